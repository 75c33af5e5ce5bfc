#!/usr/bin/env python3
"""Builds the real tables of scenarios/england-30 from data/england.

    python3 Scripts/build-england.py

Writes teams.csv, sites.csv, indicators.csv and travel.csv. Python's standard library only; the same input gives
the same bytes. People, MDT meetings, rooms, facilitators and diaries are drawn afterwards by

    counterpart generate --diaries scenarios/england-30 --seed 30 --facilitators 3

Rule of selection. Eligible: trusts of the National Lung Cancer Audit that are no specialist centres, with all four
indicators of 2023, and with path_dx_ps01 of at least one half (lower figures are faults of recording). In each
Cancer Alliance they are put in order of how near their number of patients is to the median of all eligible
trusts, the smaller ODS code first among equals. The first of each of the twenty alliances is taken, then the
second of the ten alliances with the most eligible trusts (by name among equals): thirty typical district trusts
from everywhere in England.
"""

import csv
import pathlib
import statistics
from collections import defaultdict

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATA = ROOT / "data" / "england"
TARGET = ROOT / "scenarios" / "england-30"
YEAR = "2023"
TEAMS = 30

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
    "RA7": "Bristol",
    "RA9": "Torbay",
    "RAE": "Bradford",
    "RAL": "Royal Free",
    "RBD": "Dorset County",
    "RBL": "Arrowe Park",
    "RF4": "Romford",
    "RFF": "Barnsley",
    "RGN": "Peterborough",
    "RJ2": "Lewisham",
    "RJ7": "St George's",
    "RJL": "Grimsby",
    "RK5": "King's Mill",
    "RN3": "Great Western",
    "RN5": "Basingstoke",
    "RNA": "Dudley",
    "RNN": "Carlisle",
    "RNQ": "Kettering",
    "RPA": "Medway",
    "RR7": "Gateshead",
    "RRF": "Wigan",
    "RTE": "Gloucester",
    "RWG": "Watford",
    "RWJ": "Stockport",
    "RWW": "Warrington",
    "RWY": "Huddersfield",
    "RXC": "Hastings",
    "RXL": "Blackpool",
    "RXW": "Shrewsbury",
    "RYJ": "St Mary's",
}


def read(name):
    with open(DATA / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def write(name, header, rows):
    with open(TARGET / name, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    print(f"{name}: {len(rows)} rows")


def eligible(trust):
    return (
        trust["audit_year"] == YEAR
        and trust["ods_code"] not in SPECIALIST
        and all(trust[indicator] for indicator in INDICATORS)
        and float(trust["path_dx_ps01"]) >= 0.5
    )


def selected(trusts):
    middle = statistics.median(int(trust["patients"]) for trust in trusts)
    alliances = defaultdict(list)
    for trust in trusts:
        alliances[trust["cancer_alliance"]].append(trust)
    for members in alliances.values():
        members.sort(key=lambda trust: (abs(int(trust["patients"]) - middle), trust["ods_code"]))
    first = [members[0] for members in alliances.values()]
    largest = sorted(alliances, key=lambda name: (-len(alliances[name]), name))
    second = [alliances[name][1] for name in largest[: TEAMS - len(first)]]
    return sorted(first + second, key=lambda trust: trust["ods_code"])


def main():
    trusts = selected([trust for trust in read("nlca_trusts_2022_2023.csv") if eligible(trust)])
    assert len(trusts) == TEAMS
    main_sites = {site["ods_code"]: site for site in read("sites.csv") if site["role"] == "main"}
    sites = {trust["ods_code"]: main_sites[trust["ods_code"]] for trust in trusts}
    codes = {site["site_code"] for site in sites.values()}
    TARGET.mkdir(parents=True, exist_ok=True)

    write(
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
        "sites.csv",
        ["site_id", "site_name", "postcode", "latitude", "longitude"],
        sorted([s["site_code"], s["site"], s["postcode"], s["lat"], s["lon"]] for s in sites.values()),
    )
    write(
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
        "travel.csv",
        ["from_site", "to_site", "minutes", "mode", "both_ways"],
        sorted(
            [*sorted([row["site_a"], row["site_b"]]), row["minutes"], "car", "yes"]
            for row in read("site_drive_minutes.csv")
            if row["site_a"] in codes and row["site_b"] in codes and row["method"] != "model"
        ),
    )


if __name__ == "__main__":
    main()
