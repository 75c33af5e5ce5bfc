/// A small programme that can be planned as it is, with a comment for everything a project manager would change.
public enum StarterFolder {
  /// programme.yaml, the tables and a README, by name.
  public static let files: [GeneratedFile] = [
    GeneratedFile(name: "README.txt", text: readme),
    GeneratedFile(name: "programme.yaml", text: settings),
    GeneratedFile(
      name: "teams.csv",
      text: """
        team_id,team_name,site_id,organisation,network,approved,coordinator_email
        PRS,Preston,preston,Preston Hospitals,North West,yes,
        LDS,Leeds,leeds,Leeds Hospitals,Yorkshire,yes,

        """),
    GeneratedFile(
      name: "sites.csv",
      text: """
        site_id,site_name,postcode,latitude,longitude
        preston,Preston Hospital,PR2 9HT,,
        leeds,Leeds Hospital,LS9 7TF,,

        """),
    GeneratedFile(
      name: "people.csv",
      text: """
        person_id,team_id,name,role,email,attendance,deputy_for,notice_days
        PRS-lead,PRS,"Clinical lead, Preston",clinical_lead,,,,
        PRS-deputy,PRS,"Deputy clinical lead, Preston",physician,,,PRS-lead,
        PRS-nurse,PRS,"Nurse specialist, Preston",nurse_specialist,,,,
        PRS-coordinator,PRS,"MDT coordinator, Preston",mdt_coordinator,,,,
        LDS-lead,LDS,"Clinical lead, Leeds",clinical_lead,,,,
        LDS-nurse,LDS,"Nurse specialist, Leeds",nurse_specialist,,,,
        LDS-coordinator,LDS,"MDT coordinator, Leeds",mdt_coordinator,,,,
        LDS-manager,LDS,"Manager, Leeds",manager,,optional,,

        """),
    GeneratedFile(
      name: "mdt.csv",
      text: """
        team_id,weekday,start,end,frequency,first_date,room_id
        PRS,Tuesday,12:30,14:00,weekly,,
        LDS,Thursday,09:00,10:30,weekly,,

        """),
    GeneratedFile(
      name: "rooms.csv",
      text: """
        room_id,site_id,room_name,capacity,equipment
        preston-1,preston,Seminar room,20,screen
        leeds-1,leeds,Board room,16,screen

        """),
    GeneratedFile(
      name: "indicators.csv",
      text: """
        team_id,indicator,period,numerator,denominator,value,cases
        PRS,pathology,2026,180,220,,
        PRS,nurse_seen,2026,260,275,,
        LDS,pathology,2026,270,300,,
        LDS,nurse_seen,2026,330,410,,

        """),
    GeneratedFile(
      name: "availability.csv",
      text: """
        person_id,date,start,end,status,note
        PRS-lead,2027-02-16,,,unavailable,
        PRS-nurse,2027-02-09,13:00,17:00,clinic,
        LDS-lead,2027-02-25,09:00,12:30,clinic,

        """),
    GeneratedFile(
      name: "facilitators.csv",
      text: """
        facilitator_id,name,base,background,organisation,network,max_visits_per_week,max_visits,notice_days
        F1,"Facilitator, Manchester",M13 9PL,non_clinical,,,2,,

        """),
  ]

  private static let settings = """
    # What this programme is. Only the first five keys are required; `counterpart check FOLDER --show-defaults`
    # prints every other key with its default.
    id: starter
    name: Our reciprocal peer review
    time_zone: Europe/London
    visits_from: 2027-02-01        # the first and the last day on which a visit may be
    visits_to: 2027-05-28
    today: 2026-11-23              # remove this line to use the clock
    bank_holidays: england         # or none

    pairing:
      # The figures of indicators.csv on which teams are compared.
      indicators:
        - {id: pathology, label: Pathological diagnosis, direction: higher, weight: 1}
        - {id: nurse_seen, label: Seen by a nurse specialist, direction: higher, weight: 1}
      max_travel_minutes: 180
      keep_apart: [network]        # partners must not share these columns of teams.csv
      odd_team: leave_out          # what becomes of the last team where their number is odd

    visits:
      required_roles: [clinical_lead, nurse_specialist, mdt_coordinator]
      gap_days: {min: 14, max: 70} # days between a pair's two visits

    """

  private static let readme = """
    A programme of reciprocal peer review
    =====================================

    This folder is a small programme that can be planned as it is:

      counterpart check .            what is wrong with it, row by row
      counterpart plan . --out plan  pairs, visits, calendars and a report

    Replace the rows with your own; every table opens in Excel and is saved again as CSV (UTF-8).
    Dates are YYYY-MM-DD (or DD/MM/YYYY with `dates: day_first` in programme.yaml), times HH:MM.

      programme.yaml    what the programme is, and what matters in it
      teams.csv         the teams: an id of your choice, a name, their site, their network
      sites.csv         the hospitals, with a postcode or latitude and longitude
      people.csv        who is in each team, and in which role: clinical_lead, nurse_specialist,
                        mdt_coordinator, manager, radiologist, oncologist, surgeon, pathologist,
                        palliative, physician, patient_representative, other
      mdt.csv           when each team's MDT meeting is: weekly, fortnightly or monthly-N
      rooms.csv         the rooms where visitors can sit, and how many people they hold
      indicators.csv    audit results: numerator and denominator, or a value from 0 to 1 and cases
      availability.csv  diaries: unavailable, clinic, if_needed, available or preferred
      facilitators.csv  the independent people who lead visits, and where they set out from

    Further tables that may be added: mdt_exceptions.csv, room_bookings.csv, travel.csv, pair_rules.csv,
    closures.csv. docs/formats.md says what each column means.

    """
}
