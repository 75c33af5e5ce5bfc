#!/usr/bin/env python3
"""Builds the real tables of three scenarios from data/england.

    python3 Scripts/build-england.py

Writes teams.csv, sites.csv, indicators.csv and travel.csv of scenarios/england-30, odd and national-118. Python's
standard library only; the same input gives the same bytes. People, MDT meetings, rooms, facilitators and diaries
are drawn afterwards, once those of before are taken away, by

    counterpart generate --diaries scenarios/england-30 --seed 30 --facilitators 3
    counterpart generate --diaries scenarios/odd --seed 30 --facilitators 3
    counterpart generate --diaries scenarios/national-118 --seed 118 --facilitators 5

Complete are the trusts of the National Lung Cancer Audit that are no specialist centres, with all four indicators
of 2023: 118 of 124, all of them in national-118.

Rule of selection for the other two. Eligible: complete trusts with path_dx_ps01 of at least one half (lower
figures are faults of recording). In each Cancer Alliance they are put in order of how near their number of
patients is to the median of all eligible trusts, the smaller ODS code first among equals. The first of each of the
twenty alliances is taken, then the second of the alliances with the most eligible trusts (by name among equals),
as many as are wanted: ten make the thirty typical district trusts of england-30, and the eleventh the odd one.
"""

import csv
import pathlib
import statistics
from collections import defaultdict

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATA = ROOT / "data" / "england"
SCENARIOS = ROOT / "scenarios"
YEAR = "2023"
NATIONAL = 118

# Tertiary or single-speciality trusts, whose figures describe other patients than a district trust's.
SPECIALIST = {
    "RBV": "The Christie",
    "REN": "The Clatterbridge Cancer Centre",
    "RPY": "The Royal Marsden",
    "RGM": "Royal Papworth",
    "RBQ": "Liverpool Heart and Chest",
}

# Each indicator with the column that bounds its number of cases from above.
INDICATORS = {
    "path_dx_ps01": "patients",
    "nsclc_resection_adj": "nsclc_patients",
    "sact_IIIB_IV": "nsclc_patients",
    "seen_by_lcns": "patients",
}

# What a person would call the team: its hospital or its town.
SPOKEN = {
    "R0A": "Wythenshawe",
    "R0B": "Sunderland",
    "R0D": "Bournemouth",
    "R1F": "Isle of Wight",
    "R1H": "Royal London",
    "R1K": "Northwick Park",
    "RA2": "Royal Surrey",
    "RA7": "Bristol",
    "RA9": "Torbay",
    "RAE": "Bradford",
    "RAJ": "Southend",
    "RAL": "Royal Free",
    "RAP": "North Middlesex",
    "RAS": "Hillingdon",
    "RAX": "Kingston",
    "RBD": "Dorset County",
    "RBK": "Walsall",
    "RBL": "Arrowe Park",
    "RBN": "Whiston",
    "RBT": "Leighton",
    "RC9": "Luton",
    "RCB": "York",
    "RCD": "Harrogate",
    "RCF": "Airedale",
    "RCX": "King's Lynn",
    "RD1": "Bath",
    "RD8": "Milton Keynes",
    "RDE": "Ipswich",
    "RDU": "Frimley Park",
    "REF": "Truro",
    "REM": "Liverpool",
    "RF4": "Romford",
    "RFF": "Barnsley",
    "RFR": "Rotherham",
    "RFS": "Chesterfield",
    "RGN": "Peterborough",
    "RGP": "James Paget",
    "RGR": "West Suffolk",
    "RGT": "Addenbrooke's",
    "RH5": "Musgrove Park",
    "RH8": "Exeter",
    "RHM": "Southampton",
    "RHQ": "Sheffield",
    "RHU": "Portsmouth",
    "RHW": "Reading",
    "RJ1": "Guy's",
    "RJ2": "Lewisham",
    "RJ6": "Croydon",
    "RJ7": "St George's",
    "RJC": "Warwick",
    "RJE": "Royal Stoke",
    "RJL": "Grimsby",
    "RJN": "Macclesfield",
    "RJR": "Chester",
    "RJZ": "King's College",
    "RK5": "King's Mill",
    "RK9": "Plymouth",
    "RKB": "Coventry",
    "RL4": "Wolverhampton",
    "RLQ": "Hereford",
    "RLT": "George Eliot",
    "RM1": "Norwich",
    "RM3": "Salford",
    "RMC": "Bolton",
    "RMP": "Tameside",
    "RN3": "Great Western",
    "RN5": "Basingstoke",
    "RN7": "Darent Valley",
    "RNA": "Dudley",
    "RNN": "Carlisle",
    "RNQ": "Kettering",
    "RNS": "Northampton",
    "RNZ": "Salisbury",
    "RP5": "Doncaster",
    "RPA": "Medway",
    "RQM": "Chelsea and Westminster",
    "RQW": "Harlow",
    "RQX": "Homerton",
    "RR7": "Gateshead",
    "RR8": "Leeds",
    "RRF": "Wigan",
    "RRK": "Birmingham",
    "RRV": "University College",
    "RTD": "Newcastle",
    "RTE": "Gloucester",
    "RTF": "North Tyneside",
    "RTG": "Derby",
    "RTH": "Oxford",
    "RTK": "St Peter's",
    "RTP": "East Surrey",
    "RTR": "James Cook",
    "RTX": "Lancaster",
    "RVJ": "Southmead",
    "RVR": "St Helier",
    "RVV": "Canterbury",
    "RVW": "North Tees",
    "RWA": "Castle Hill",
    "RWD": "Lincoln",
    "RWE": "Glenfield",
    "RWF": "Maidstone",
    "RWG": "Watford",
    "RWH": "Lister",
    "RWJ": "Stockport",
    "RWP": "Worcester",
    "RWW": "Warrington",
    "RWY": "Huddersfield",
    "RX1": "Nottingham",
    "RXC": "Hastings",
    "RXF": "Pinderfields",
    "RXK": "City Hospital Birmingham",
    "RXL": "Blackpool",
    "RXN": "Preston",
    "RXP": "Darlington",
    "RXQ": "Wycombe",
    "RXR": "Blackburn",
    "RXW": "Shrewsbury",
    "RYJ": "St Mary's",
    "RYR": "Brighton",
}


def read(name):
    with open(DATA / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def write(folder, name, header, rows):
    with open(SCENARIOS / folder / name, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    print(f"{folder}/{name}: {len(rows)} rows")


def is_complete(trust):
    return (
        trust["audit_year"] == YEAR
        and trust["ods_code"] not in SPECIALIST
        and all(trust[indicator] for indicator in INDICATORS)
    )


def is_eligible(trust):
    return is_complete(trust) and float(trust["path_dx_ps01"]) >= 0.5


def selected(trusts, count):
    middle = statistics.median(int(trust["patients"]) for trust in trusts)
    alliances = defaultdict(list)
    for trust in trusts:
        alliances[trust["cancer_alliance"]].append(trust)
    for members in alliances.values():
        members.sort(key=lambda trust: (abs(int(trust["patients"]) - middle), trust["ods_code"]))
    first = [members[0] for members in alliances.values()]
    largest = sorted(alliances, key=lambda name: (-len(alliances[name]), name))
    second = [alliances[name][1] for name in largest[: count - len(first)]]
    return sorted(first + second, key=lambda trust: trust["ods_code"])


def build(folder, trusts, count):
    assert len(trusts) == count, f"{folder} has {len(trusts)} trusts, not {count}"
    main_sites = {site["ods_code"]: site for site in read("sites.csv") if site["role"] == "main"}
    sites = {trust["ods_code"]: main_sites[trust["ods_code"]] for trust in trusts}
    codes = {site["site_code"] for site in sites.values()}
    (SCENARIOS / folder).mkdir(parents=True, exist_ok=True)

    write(
        folder,
        "teams.csv",
        ["team_id", "team_name", "site_id", "organisation", "network", "approved"],
        [
            [
                trust["ods_code"],
                SPOKEN[trust["ods_code"]],
                sites[trust["ods_code"]]["site_code"],
                trust["trust"],
                trust["cancer_alliance"],
                "yes",
            ]
            for trust in trusts
        ],
    )
    write(
        folder,
        "sites.csv",
        ["site_id", "site_name", "postcode", "latitude", "longitude"],
        sorted([s["site_code"], s["site"], s["postcode"], s["lat"], s["lon"]] for s in sites.values()),
    )
    write(
        folder,
        "indicators.csv",
        ["team_id", "indicator", "period", "value", "cases"],
        [
            [trust["ods_code"], indicator, YEAR, trust[indicator], trust[cases]]
            for trust in trusts
            for indicator, cases in INDICATORS.items()
        ],
    )
    # Estimated drives are left out: counterpart estimates them itself, and says that it did.
    write(
        folder,
        "travel.csv",
        ["from_site", "to_site", "minutes", "mode", "both_ways"],
        sorted(
            [*sorted([row["site_a"], row["site_b"]]), row["minutes"], "car", "yes"]
            for row in read("site_drive_minutes.csv")
            if row["site_a"] in codes and row["site_b"] in codes and row["method"] != "model"
        ),
    )


def main():
    trusts = read("nlca_trusts_2022_2023.csv")
    eligible = [trust for trust in trusts if is_eligible(trust)]
    build("england-30", selected(eligible, 30), 30)
    build("odd", selected(eligible, 31), 31)
    complete = sorted((trust for trust in trusts if is_complete(trust)), key=lambda trust: trust["ods_code"])
    build("national-118", complete, NATIONAL)


if __name__ == "__main__":
    main()
