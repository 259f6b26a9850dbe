### Alle Wörter der Oberfläche auf Deutsch, mit denselben Namen und Angaben in Klammern wie `en.ftl`.
###
### Aufzeichnungen heißt das Ganze, Eintrag das Einzelne; was niemand eingetragen hat, ist „nicht erfasst“ und nie „nicht vorhanden“.

## The preview of a change.

PREVIEW_CHANGED = Diese Seite wird geändert.
PREVIEW_MOVED = Die Datei dieser Seite wird verschoben.
PREVIEW_NEW = Diese Seite ist neu.
PREVIEW_CHANGES = Was diese Änderung bewirkt
PREVIEW_NOTHING = Die Änderung bewirkt nichts an den Aufzeichnungen.
PREVIEW_RULES = Regeln und Einstellungen
PREVIEW_FOUND = Was sonst gefunden wurde
PREVIEW_FIXED = Behoben
PREVIEW_FILES = Andere Dateien
FATE_ADDED = neu
FATE_CHANGED = geändert
FATE_MOVED = verschoben
FATE_REMOVED = entfernt
findings_fixed = { $count }, die vorher gefunden wurden. Sie werden nicht wiedergegeben, weil die Änderung etwas zurückhält.

## Headings of columns and facts, by what they name.

ABOUT = Über uns
ACCEPTED_ON = Angenommen am
ACTIONS = Aufgaben
ACTIONS_OPEN = Offene Aufgaben
ADDRESS = Adresse
ADMINS = Administration
AFFILIATION_ON_THE_DAY = Zugehörigkeit an dem Tag
AGREEMENTS = Vereinbarungen
ALLOWED_BY = Bewilligt durch
ALSO_WRITTEN = Auch bekannt als
AMOUNT = Betrag
ANSWERS = Antworten
AREA = Bereich
ASKED_AGAIN_ON = Erneute Nachfrage am
ASSIGNEES = Zugewiesen an
AT_LEAST = Mindestens
AT_MOST = Höchstens
AUDIENCE = Zielgruppe
AUTHORITY = Befugnis
AWARD_CRITERIA = Zuschlagskriterien
BALLOT = Abstimmung
BECAME = Geworden am
BEGUN = Begonnen
BOUNTY = Prämie
BY = Von
BY_THE_DUTY = Kraft Zuständigkeit
CALL = Ausschreibung
CAN_BE_ENDED_AT_ONCE = Sofort kündbar
CARRIED_OUT = Umgesetzt
CHAIR = Vorsitz
CHANGES = Änderungen
CHARTER = Satzung
CLAIMED_BY = Übernommen von
CLOSES = Endet
COMMENT = Stellungnahme
COMMUNITY = Gemeinschaft
CONFIRMED_BY = Bestätigt durch
CONSUMERS = Nutzende Projekte
CONTACT = Kontakt
CONTACTS = Kontakte
CONTRACT = Vertrag
CONTRACTOR = Auftragnehmer
CONTRACT_UNTIL = Vertrag bis
COST = Kosten
COUNTS = Zählt
COVERS = Umfasst
CRITERION = Bedingung
CRITICAL = Unverzichtbar
DATA_PROTECTION_CONTACT = Kontakt für Datenschutz
DATE = Datum
DECIDED = Beschlossen
DECIDED_BY = Beschlossen durch
DECIDES_BY = Beschließt durch
DECISION = Beschluss
DECISIONS = Beschlüsse
DEPUTIES = Vertretung
DISCUSSED = Beraten
DISCUSSION = Beratung
DISSOLVES_WHEN = Löst sich auf, wenn
DOCUMENTATION = Dokumentation
DONE = Erledigt
DONOR = Geldgeber
DUE_ON = Frist
DUTY = Zuständigkeit
ESTIMATE = Schätzung
EVIDENCE = Nachweis
EXIT_TRIED = Wechsel erprobt
EXPIRES = Läuft ab
E_MAIL = E-Mail
FOLDER = Ordner
FOR = Für
FORUM = Forum
FROM = Ab
FROM_ANY = von jedem Stand aus
GITHUB = GitHub
GIVEN_AT = Gegeben am
GIVEN_BY = Gegeben von
GOAL = Ziel
GOALS = Ziele
GOES_ON = Verlängerung
GROUP = Gruppe
HOLDERS = Zuständig
HOST = Standort
HOSTED_AT = Betrieben bei
HOURS_A_MONTH = Stunden im Monat
HOW = Stimme
IMPACT = Auswirkung
INDICATOR = Messgröße
INSTRUMENT = Grundlage
INTERESTS = Interessenkonflikte
IN_ITS_WORDS = Im Wortlaut
ISSUE = Anliegen
ITEM = Nummer
JOIN = Teilnehmen
KIND = Art
LAST_RESULT = Letzter Wert
LINK = Fundstelle
MAINTAINERS = Betreuung
MEASURE = Maßnahme
MEASURED_BY = Gemessen durch
MEETING = Sitzung
MEETINGS = Sitzungen
MEETS_EVERY = Tagt alle
MEMBERS = Mitglieder
NEXT = Weiter
NOTED = Anmerkung
NOTICE = Kündigungsfrist
OBJECTIVE = Zielwert
OF = Von
OPEN = Offen
OPENED = Eröffnet
OPENS = Beginnt
OPEN_ACTIONS = Offene Aufgaben
OPEN_TO = Offen für
OPERATOR = Betrieb
ORGANIZATION = Organisation
OUTCOME = Ergebnis
OVER = Zeitraum
OWNER = Verantwortlich
OWNER_IN_THE_GROUP = Verantwortlich in der Gruppe
PAGE = Seite
PAID_ON = Gezahlt am
PART_OF = Teil von
PEOPLE = Personen
PERSON = Person
PERSONAL_DATA = Personenbezogene Daten
PLAN = Planung
PLEDGE = Zusage
PRESENT = Anwesend
PRICE = Preis
PRICES_PUBLIC_AFTER = Frist bis zur Offenlegung der Preise
PROPOSAL = Vorschlag
PROPOSED_BY = Vorgeschlagen von
PROPOSER = Vorgeschlagen von
PUBLISHED = Veröffentlicht
PURPOSE = Zweck
QUESTION = Frage
QUESTIONS_UNTIL = Fragen bis
QUORUM = Beschlussfähig ab
REASON = Begründung
RECEIVED = Eingegangen
RECURRENCE = Wiederkehr
REPORT = Bericht
REQUEST = Ausschreibung
REQUEST_FOR_PROPOSAL = Ausschreibung
RESULTS = Ergebnisse
RETAINER = Laufende Vergütung
REVIEWED = Überprüft
ROADMAP = Planung
ROLE = Aufgabenbereich
ROLES = Aufgabenbereiche
ROUTE = Weg
RUNS = Laufzeit
SCALE = Umfang
SEAT = Sitz
SEATS = Sitze
SEAT_ON_THE_DAY = Sitz an dem Tag
SERVICE = Dienst
SERVICES = Dienste
SHARED_INFRASTRUCTURE = Gemeinsame Infrastruktur
SIGNED_BY = Unterzeichnet von
SINCE = Seit
SITE = Website
SORT = Form
STATE = Stand
STATEMENTS_OF_WORK = Leistungsbeschreibungen
STATEMENT_OF_WORK = Leistungsbeschreibung
STATUS_PAGE = Betriebsstatus
SUCCESSOR = Nachfolge
SUPERSEDES = Ersetzt
SURVEY = Umfrage
TAGS = Schlagwörter
TAKEN_TODAY = Heute besetzt
TASK = Aufgabe
TERM = Amtszeit
VOTE = Stimme
WHAT = Was
WHAT_CAME_OF_IT = Was daraus wurde
WHAT_IT_SAID = Was sie dazu sagt
WHAT_MUST_HOLD = Was gelten muss
WHEN = Wann
WHO = Wer
WITH = Liegt bei
WORK = Vorhaben
WORKS_FOR = Arbeitet für

## Was man als Daten mitnehmen kann.

DATA = Daten
DATA_ALL = Alles in einer Datei
DATA_ALL_NOTE = jeder Eintrag auf einer eigenen Zeile, als JSON
DATA_CATALOG = Die Dienste für einen Katalog in Backstage
DATA_CATALOG_NOTE = was läuft, wer dafür einsteht, was es braucht
DATA_CONTRACTING = Die Verträge im Open Contracting Data Standard
DATA_CONTRACTING_NOTE = vom Arbeitsauftrag über Ausschreibung und Zuschlag bis zu Vertrag und Zahlungen, soweit öffentlich
DATA_FOR_PROGRAMS = Für Programme
DATA_LEDE = Alles, was auf diesen Seiten steht, kann man mitnehmen: in eine Tabelle, in ein Programm, in einen anderen Katalog.
DATA_LEVELS = Die Dienstgüte in OpenSLO
DATA_LEVELS_NOTE = was jeder Dienst zusagt
DATA_ONE = Ein einzelner Eintrag
DATA_ONE_NOTE = Jeden Eintrag gibt es für sich: „Als Daten“ am Ende seiner Seite führt dorthin. Die Adresse bleibt dieselbe.
DATA_READ = Wie man sie liest
DATA_READ_GAPS = Was niemand erfasst hat, bleibt leer, und jeder Eintrag zählt auf, was das ist. Nichts ist geschätzt.
DATA_READ_KEPT = Die Form der Daten hat eine Version. Sie ändert sich nur mit dieser; was sie heute liest, liest sie auch morgen.
DATA_READ_WITHHELD = Was zurückgehalten wird, fehlt und steht nie als Null da. Der Eintrag sagt, warum und bis wann es zurückgehalten wird.
DATA_SCHEMA = Wie ein Eintrag als Daten aussieht
DATA_SCHEMA_NOTE = ein JSON Schema, mit der Bedeutung jedes Schlüssels
DATA_STANDARDS = In den Formen anderer
DATA_TABLE = Tabelle
DATA_TABLES = Für Tabellenprogramme
DATA_TABLES_NOTE = Eine Tabelle für jede Art von Eintrag, als CSV: eine Zeile für jeden Eintrag. Was ein Eintrag mehrfach hat, etwa Stimmen, steht in den Dateien für Programme.
RECORDS_IN_IT = Einträge

## The words before a cell, where a row of an index reads as a sentence.

BEFORE_DECIDED = beschlossen am
BEFORE_GROUP = von
BEFORE_PROPOSER = vorgeschlagen von
BEFORE_SINCE = seit
BEFORE_WITH = liegt bei

## Titles of the sections that the site adds to a record.

ACCEPTANCE_CRITERIA = Abnahmebedingungen und ihr Stand
AGENDA = Tagesordnung
ALSO_BEFORE_IT = Außerdem zu beraten
ANSWERS_FOR = Verantwortlich für
APPROVALS = Zustimmungen
COMES_NEXT = Auf dem Weg hierher
DUE_BY_THEN = Bis dahin fällig
NEXT_MEETING = Nächste Sitzung
CONSUMING_COMMUNITIES = Gemeinschaften, die es nutzen
CONTRACTS = Verträge
CONTRACT_HISTORY = Was aus den Verträgen wurde
CORRECTIONS = Berichtigungen
AGAINST = Wer dagegen war und warum
DRAWN = Zahlungen aus den Verträgen
DUTIES = Zuständigkeiten
DUTIES_BEFORE = Frühere Zuständigkeiten
FORMER_MEMBERS = Frühere Mitglieder
GIVEN = Gegeben
HOW_THEY_VOTED = Wie abgestimmt wurde
IF_IT_ENDED_TOMORROW = Wenn ein Vertrag morgen endete
HISTORY = Verlauf
HOSTS = Betreibt
MENTIONED_IN = Erwähnt in
MILESTONES = Meilensteine und ihre Zahlungen
NEEDS = Was es braucht und wofür es gebraucht wird
OFFERS = Angebote
PEOPLE_WHO_WORK_THERE = Personen, die dort arbeiten
PLEDGED_FOR_IT = Dafür zugesagt
PLEDGES = Zusagen
QUESTIONS = Fragen
RESTS_ON_THIS_PLAN = Beruht auf dieser Planung
ROOT_ACCESS = Wer Vollzugriff hat
SEATS_BEFORE = Frühere Sitze
SEATS_TODAY = Sitze heute
SERVICE_LEVELS = Dienstgüte
SOMEBODY_IS_SOUGHT = Offene Aufgabenbereiche
SUB_GROUPS = Untergruppen
SYSTEMS = Systeme und wo sie dokumentiert sind
SHOW_THEM = Anzeigen
TOOK_PART_IN = Nahm teil an den Sitzungen von
VOTES = Stimmen
WAITS_HERE = Was hier ansteht
WAITS_FOR_THEM = Was auf diese Person wartet
WHAT_FOLLOWED = Was folgte
WHERE_THAT_IS_NOW = Wo das heute steht
WHOLE_MATTER = Das ganze Vorhaben
WHO_ANSWERS_FOR_IT = Wer dafür verantwortlich ist
WHO_WAS_THERE = Wer teilnahm
WORK_ITEMS = Arbeitspakete und ihr Stand

## What cells and sections say.

ABSTAINED = enthalten
AND = und
ANYONE = alle
OR = oder
APPROVAL_OUTSIDER = gehörte an dem Tag nicht zu den Befragten
APPROVAL_OWN = wer vorschlägt, stimmt nicht selbst zu
APPROVAL_REPEATED = hatte schon zugestimmt
APPROVAL_STALE = gegeben, bevor der Text zur Zustimmung stand
APPROVAL_UNCLEAR = nicht erfasst, von wem oder wann
COST_APPROVED = bewilligt
COST_ESTIMATED = geschätzt
COST_QUOTED = angeboten
DEPENDS_ON = Braucht
DID_NOT_VOTE = nicht abgestimmt
GUESTS = Gäste
HAS_THE_DUTY = ist zuständig
KEPT_BY_THE_LEAD = bei der Leitung
MADE_POSSIBLE = Beruht darauf
LEVEL_MET = eingehalten
LEVEL_MISSED = verfehlt
MET = Erfüllt
NEEDED_BY = Gebraucht von
NO = Nein
NOBODY = niemand
NOBODY_APPROVED = Keine Zustimmung ist erfasst.
NOBODY_HAS_APPROVED = Noch ist keine Zustimmung erfasst.
NOBODY_HAS_IT = offen
NOBODY_RECORDED = niemand erfasst
NONE = keine
NOT_IN_THE_DIRECTORY = nicht im Verzeichnis
NOT_IN_THE_RECORD = nicht in den Aufzeichnungen
NOT_MEASURED = nicht gemessen
NOT_NEEDED = nicht nötig
NOTHING_WAITS_HERE = Nichts ist erfasst, was hier ansteht.
NOT_RECORDED = nicht erfasst
NOT_RECORDED_WHETHER_EXIT_WAS_TRIED = Ob ein Wechsel je erprobt wurde, ist nicht erfasst.
OBJECTED = Widersprach
NO_CONTACT = kein Kontakt erfasst
NO_DEPUTY = keine Vertretung erfasst
NO_DOCUMENTATION = keine Dokumentation erfasst
NO_MEMBERS = Keine Mitglieder sind erfasst.
NO_REASON_RECORDED = keine Begründung erfasst
NO_SECOND = keine zweite Person erfasst
NO_VOTES = Keine Stimmen sind erfasst.
NO_VOTES_CONSENSUS = Keine Stimmen sind erfasst. Es wird im Konsens beschlossen.
NO_VOTES_LAZY_CONSENSUS = Keine Stimmen sind erfasst. Schweigen gilt als Zustimmung.
NO_VOTES_LEAD = Keine Stimmen sind erfasst. Die Leitung entscheidet.
REGRETS = Entschuldigt
STEPPED_ASIDE = befangen
STEPS_IN = vertritt
SUPERSEDED_BY = Ersetzt durch
VOTED_AGAINST_IT = dagegen
VOTED_FOR_IT = dafür
VOTE_OF_NO_MEMBER = war an dem Tag nicht Mitglied; zählt nicht
VOTE_REPEATED = hatte schon abgestimmt; zählt nicht
VOTE_REPLACED = hat umgestimmt; die spätere Stimme zählt
WHAT_IS_PLANNED = Was dafür geplant ist
WITHHELD = Zurückgehalten
YES = Ja
a_month_up_to = { $monthly } im Monat, bis zu { $cap }
can_be_ended_on_any_day = { $contract } ist jederzeit sofort kündbar.
can_be_opened_by = Zugang zu { $service } haben außerdem: { $people }.
cannot_be_ended_at_once = { $contract } ist nicht sofort kündbar.
cannot_be_ended_before = { $contract } ist nicht vor dem letzten Tag kündbar, dem { $day }.
exit_was_tried = Ein Wechsel wurde zuletzt am { $day } erprobt, { $distance }.
has_to_be_cancelled_by = Sonst läuft es bis { $ends }; wer es nicht fortsetzen will, kündigt bis { $by }. Die Frist: { $notice }.
not_recorded_whether_it_can_be_ended = Ob { $contract } vor dem letzten Tag kündbar ist, ist nicht erfasst.
not_recorded_who_else_can_open = Wer sonst Zugang zu { $service } hat, ist nicht erfasst.
runs_until = Sonst läuft es bis { $day }.
approval_after = gegeben nach dem { $end }
approval_before = gegeben vor dem { $entered }, als der Text zur Zustimmung gestellt wurde
abstained = { $count } enthalten
corrected_on = Berichtigt am { $day }: { $what }
days =
    { $count ->
        [one] { $count } Tag
       *[other] { $count } Tage
    }
goals_done =
    { $goals ->
        [one] { $done } von { $goals } Ziel erreicht
       *[other] { $done } von { $goals } Zielen erreicht
    }
goals_and_matters =
    { $matters ->
        [one] { $goals }; { $over } von { $matters } Vorhaben abgeschlossen.
       *[other] { $goals }; { $over } von { $matters } Vorhaben abgeschlossen.
    }
goals_only = { $goals }.
hours_a_month =
    { $hours ->
        [one] { $hours } Stunde im Monat
       *[other] { $hours } Stunden im Monat
    }
invited = { $count } eingeladen
no_deputy_for_areas = Keine Vertretung ist erfasst für { $areas }.
not_needed_areas = Nicht nötig: { $areas }.
of_met = { $met } von { $all } erfüllt.
of_open = { $open } von { $all } heute offen.
others_of_matter = { $count } weitere gehören zum selben Vorhaben; der Vorschlag nennt alle.
result_of = { $service }: { $result }
redacted_on = Am { $day } zum Schutz einer Person entfernt: { $what }
sort_of = { $kind } ({ $sort })
stepped_aside = { $count } befangen
there_of = { $there } von { $wanted }
vacant_areas = Unbesetzt: { $areas }.
voted_no = { $count } nein
voted_yes = { $count } ja

## Meetings: before they are held, and what came of them.

DECISION_OPEN = Ein Beschluss, den die Gruppe zu fassen hat.
JOIN_THE_MEETING = An der Sitzung teilnehmen
NOTHING_DECIDED = Kein Beschluss dieser Sitzung ist erfasst.
NO_HOUR = Die Uhrzeit ist nicht erfasst.
ON_THE_TABLE = Tagesordnung
PROPOSED_NOTE = Aus den Aufzeichnungen: was bei der Gruppe ansteht und nicht oben auf der Tagesordnung steht.
TALKED_ABOUT = Beraten wurde
TO_DO = Zu erledigen
WAITS = Es steht bei der Gruppe an.
WHAT_ELSE_WAITS = Was sonst bei der Gruppe ansteht
WHEN_AND_WHERE = Wann und wo
called_off = Abgesagt: { $why }
clock_to = { $from } bis { $to }
decision_until = Ein Beschluss, den die Gruppe bis { $day } zu fassen hat.
decision_was_due = Ein Beschluss, der bis { $day } zu fassen war.
due_action = { $whom }: { $what } (Frist { $due })
due_actions = Aufgaben mit Frist vor der Sitzung ({ $count })
hours_in_utc = { $hours } UTC
hours_in_zone = { $hours } ({ $zone }), { $utc } UTC
left_over_from = Offen geblieben aus der Sitzung vom { $day }.
more_that_wait = { $count } weitere, die bei der Gruppe anstehen
meeting_of = Sitzung vom { $day }
bounty_for = Prämie: { $sow }
pledge_of = Zusage von { $donor }
titled_on = { $title }, { $day }
usual_meeting = Keine ist angekündigt. Nach dem üblichen Abstand wäre sie am { $day }.
waits_since = Es steht seit dem { $day } bei der Gruppe an.

## Money.

AN_AMOUNT_IS_WITHHELD = ein Betrag wird zurückgehalten, bis wann ist nicht erfasst
APPROVED = Bewilligt
BY_YEAR_AND_QUARTER = Nach Jahr und Quartal
COMMITTED = Gebunden
CONTRACTS_NOTE = Was jeder Vertrag bestimmt, und wer seine Dienste sonst weiterführen könnte.
DAY_NOT_RECORDED = Tag nicht erfasst
ENDS = Endet
IF_IT_ENDED = Wenn ein Vertrag morgen endete
KEYS_ELSEWHERE = Vollzugriff für Gruppe und Vorstand
MONEY = Geld
MONEY_LEDE = Was bewilligt, gebunden, gezahlt und zurückgehalten wurde, jeweils mit dem Beschluss dazu.
NOTHING = nichts erfasst
NOTHING_APPROVED = Keine Ausgabe ist als bewilligt erfasst.
NOTHING_COMMITTED = Kein Vertrag, kein Zuschlag und keine Prämie ist erfasst.
NOTHING_PAID = Keine Zahlung ist erfasst.
NOTHING_WITHHELD = Kein Betrag wird zurückgehalten.
NO_CONTRACT = Kein Vertrag ist erfasst, der heute läuft.
NO_DECISION_NAMED = kein Beschluss genannt
PAID = Gezahlt
PLEDGED = Dem Projekt zugesagt
THIS_YEAR = Dieses Jahr
UNTIL = Bis
WAITING_FOR_HOURS = Die ersten Stunden stehen noch aus.
WAITING_FOR_IT = Der Eingang steht noch aus.
WAITING_FOR_PAYMENT = Die erste Zahlung steht noch aus.
WHERE = Wo
WITHOUT_IT = Müsste von anderen betrieben werden
an_amount_until = ein Betrag wird bis { $day } zurückgehalten
approved_in = Bewilligt { $year }: { $sum }.
closed_as = { $state }; dass etwas gegeben wurde, ist nicht erfasst.
committed_in = Gebunden { $year }: { $sum }.
given_on = Gegeben am { $day }.
given_some_day = { $times } Mal gegeben, an welchen Tagen ist nicht erfasst.
given_times = { $times } Mal gegeben, zuletzt am { $day }.
named = { $name }, { $of }
paid_in = Gezahlt { $year }: { $sum }.
whole_year = { $year }
quarter_of = { $quarter }. Quartal { $year }
withheld_amounts =
    { $number ->
        [one] { $number } Betrag, der zurückgehalten wird
       *[other] { $number } Beträge, die zurückgehalten werden
    }
unrecorded_amounts =
    { $number ->
        [one] { $number } Betrag, der nicht erfasst ist
       *[other] { $number } Beträge, die nicht erfasst sind
    }

## What services lack and keep.

ALL_HAVE_OWNERS = Für jeden genutzten Dienst ist erfasst, wer verantwortlich ist.
ALL_HAVE_SECOND_ADMINS = Für jeden genutzten Dienst sind zwei Personen in der Administration erfasst.
ALL_SERVICES = Alle Dienste
ARE_LEVELS_KEPT = Wird die Dienstgüte eingehalten?
CONTRACT_ENDS_SOON = Vertrag endet innerhalb von 90 Tagen
FOR_THE_BOARD = für den Vorstand
FOR_THE_GROUP = für die Gruppe
LEVELS_KEPT = Dienstgüte in diesem Monat
MISSED_ITS_LEVEL = Dienstgüte in zwölf Monaten verfehlt
NO_CONTRACT_ENDS = Kein Vertrag über einen Dienst endet innerhalb von 90 Tagen.
NO_KEY_FOR_THE_BOARD = niemand für den Vorstand erfasst
NO_KEY_FOR_THE_GROUP = niemand für die Gruppe erfasst
NO_LEVELS = Kein Zielwert für die Dienstgüte ist erfasst.
NO_LEVEL_MISSED = Aus den letzten zwölf Monaten ist kein Wert erfasst, der sein Ziel verfehlt.
TWELVE_MONTHS = Die letzten zwölf Monate
VIEW_LEDE = Genutzte Dienste, soweit sie hier erfasst sind.
WHAT_DEPENDS_ON_WHAT = Was wovon abhängt
WITHOUT_AN_OWNER = Ohne Verantwortliche
WITHOUT_A_SECOND_ADMIN = Ohne zweite Person in der Administration
kept_but_missed = eingehalten; verfehlt in { $missed } von { $measured } Monaten
level_in_short = { $indicator } { $value }, { $kept }
kept_in_all = eingehalten, wie in allen { $measured } Monaten mit einem Wert
levels_kept_of = { $kept } der { $measured } Zielwerte mit einem Ergebnis wurden zuletzt eingehalten; { $all } sind erfasst.
missed_in = verfehlt, wie in { $missed } von { $measured } Monaten
level_promised = { $indicator }, { $objective }
services_without_level =
    { $count ->
        [one] Für { $count } genutzten Dienst ist kein Zielwert erfasst.
       *[other] Für { $count } genutzte Dienste ist kein Zielwert erfasst.
    }

## Plans along the years.

TIMELINE = Im Verlauf der Jahre

## What changed.

CHANGES_LEDE = Was mit den Einträgen geschah, nach Monat und Tag, das Neueste zuerst.
NOTHING_CHANGED = Noch ist nichts geschehen. Hier stehen die Schritte der Einträge nach Monat und Tag.
OF_LATE = In letzter Zeit
changes_in = Änderungen { $year }
HISTORY_CUT = Was früher war, ist hier nicht bekannt: Die Kopie des Repositorys, aus der diese Seite entstand, hat nur den letzten Teil seiner Geschichte.
FOLDERS = Ordner
FOLDER_TEXTS = Seiten und Einträge
FOLDER_FILES = Dateien
folder_lede = Was im Ordner { $folder } liegt.
month_of = { $month } { $year }

## What a tally needs, while the decision is open and afterwards.

APPROVALS_COUNTED_OPEN = Zustimmungen werden gezählt
APPROVALS_COUNTED_THEN = Zustimmungen wurden gezählt
CONSENSUS_NEEDED_OPEN = nötig ist Konsens: niemand dagegen
CONSENSUS_NEEDED_THEN = nötig war Konsens: niemand dagegen
DUTY_DECIDES_OPEN = wer zuständig ist, entscheidet
DUTY_DECIDES_THEN = wer zuständig war, hat entschieden
LEAD_DECIDES_OPEN = die Leitung entscheidet
LEAD_DECIDES_THEN = die Leitung hat entschieden
MAJORITY_NEEDED_OPEN = nötig ist die einfache Mehrheit
MAJORITY_NEEDED_THEN = nötig war die einfache Mehrheit
SILENCE_IS_CONSENT_OPEN = Schweigen gilt als Zustimmung
SILENCE_IS_CONSENT_THEN = Schweigen galt als Zustimmung
TWO_THIRDS_NEEDED_OPEN = nötig sind zwei Drittel
TWO_THIRDS_NEEDED_THEN = nötig waren zwei Drittel

## The pages' titles, what search engines read of them, and the navigation.

ABOUT_PAGE_ABOUT = Wie die Gruppe arbeitet, ihre Seiten und was diese Aufzeichnungen sonst enthalten.
ACTIONS_ABOUT = Was in Sitzungen übernommen wurde und was daraus geworden ist.
FEED = Feed
HELP_ABOUT = Offene Aufgabenbereiche, Aufgaben ohne Verantwortliche, Arbeit für Freiwillige, Prämien, und wozu Stellungnahmen oder Angebote erbeten sind.
HELP_PAGE = Mitmachen
HOW_WE_WORK = So arbeiten wir
HOW_WE_WORK_ABOUT = Welche Stände ein Vorhaben durchläuft, wer jeden Schritt tut und was dafür nötig ist.
NO_SUCH_PAGE = Diese Seite gibt es nicht
PROMISES = Was wir zusagen
PROMISES_ABOUT = Woran sich die Gruppe messen lässt, wann eine Zusage zuletzt gebrochen wurde und welche kein Programm prüfen kann.
UNKNOWN_ABOUT = Was diese Aufzeichnungen nicht sagen, nach den Folgen und danach, wer es sagen könnte.
WHAT_WE_DO_NOT_KNOW = Was wir nicht wissen
WORK_ABOUT = Alles, was gewünscht, in Arbeit oder ausgeschrieben ist: wo es steht und bei wem es liegt.
WORK_PAGE = Vorhaben
full_title = { $page } · { $site }
kind_of_site = { $site }: { $kind }
numbered_page = { $title }, Seite { $number }
path_of = Der Weg von { $record }
states_of = Die Stände: { $kind }

## The home page and the strip of a record.

ADMIN_MISSING = eine Person in der Administration
ASKED_AGAIN = erneute Nachfrage
ANSWER_A_SURVEY = An einer Umfrage teilnehmen
BOUNTY_EXPIRES = Prämie läuft ab
CAME_ABOUT = wurde veröffentlicht.
CAME_TO_BE_CARRIED_OUT = umgesetzt
CLAIM_A_BOUNTY = Eine Prämie übernehmen
COMMENTS_CLOSE = Ende der Stellungnahmen
FOLLOW = Auf dem Laufenden bleiben
FOLLOW_NOTE = was geschieht, als Feed
LAST_DAY_TO_TAKE_PART = letzter Tag der Abstimmung
MAKE_AN_OFFER = Ein Angebot machen
OFFERS_CLOSE = Ende der Angebotsfrist
OPERATOR_MISSING = wer den Betrieb führt
OWNER_MISSING = wer in der Gruppe verantwortlich ist
PROPOSE = Etwas vorschlagen
SECOND_ADMIN_MISSING = eine zweite Person in der Administration
SURVEY_CLOSES = Ende der Umfrage
SINCE_WHEN_SETTLED = am
can_be_claimed_until = Kann bis { $day } übernommen werden.
comments_are_open_until = Stellungnahmen sind bis { $day } möglich.
goes_on_in = Die Arbeit geht weiter in { $record }: { $state }{ $with }.
is_before = Liegt zum Beschluss bei: { $whom }.
last_day_is = Letzter Tag: { $day }, { $what }.
missing_is = Es fehlt: { $what }.
next_is = Als Nächstes: { $step }.
no_step_for = Seit dem letzten Schritt vergangen: { $time }; üblich sind höchstens { $usual }
of_record = { $record }: { $sentence }
offers_close_on = Angebote sind möglich bis { $moment }.
since_day = {" "}{ $word } { $day }
state_in_a_sentence = { $state }{ $since }{ $with }.
takes_answers_until = Antworten sind bis { $day } möglich.
votes_until = Abgestimmt wird bis { $day }.
TAKE_A_TASK = Eine Aufgabe übernehmen
WITH_PEOPLE = Bei denen, die es tun
held_with = Liegt bei: { $whom }
propose_as = so beginnt es: { $kind }
whom = { $words }: { $names }
word_on_day = { $word } am { $day }
word_on_the_same_day = { $word } am selben Tag
texts_open =
    { $count ->
        [one] { $count } Text ist offen für Stellungnahmen
       *[other] { $count } Texte sind offen für Stellungnahmen
    }
surveys_open =
    { $count ->
        [one] { $count } Umfrage läuft
       *[other] { $count } Umfragen laufen
    }
calls_open =
    { $count ->
        [one] { $count } Ausschreibung läuft
       *[other] { $count } Ausschreibungen laufen
    }
bounties_open =
    { $count ->
        [one] { $count } Prämie kann übernommen werden
       *[other] { $count } Prämien können übernommen werden
    }

## What happened, in sentences.

BY_CONSENSUS_WITHOUT_VOTES = , im Konsens; Stimmen sind nicht erfasst
BY_THE_LEAD = , durch Entscheidung der Leitung
DAY_UNKNOWN = Tag nicht erfasst
ONE_VOTE_AGAINST_IT = , bei einer Stimme dagegen und keiner dafür
ONE_VOTE_FOR_IT = , bei einer Stimme dafür und keiner dagegen
ON_A_DAY_UNKNOWN = {" "}an einem nicht erfassten Tag
OUTCOME_NOT_RECORDED = Wie hierüber entschieden wurde, ist nicht erfasst.
WAS_CARRIED_OUT_ON_A_DAY_UNKNOWN = Es wurde umgesetzt, an welchem Tag ist nicht erfasst.
WAS_CARRIED_OUT = wurde umgesetzt.
WAS_CARRIED_OUT_SOME_DAY = ; umgesetzt an einem nicht erfassten Tag
WAS_HELD = fand statt.
accepted_it = Angenommen{ $day }{ $votes }: { $whom }.
agreed_on_nothing = Ohne Konsens{ $day }{ $votes }: { $whom }.
all_against_it = , alle { $count } abgegebenen Stimmen dagegen
all_for_it = , alle { $count } abgegebenen Stimmen dafür
by_whom = , durch { $name }
contract_begins = Vertrag { $id } beginnt
contract_ends = Vertrag { $id } endet
found_no_consensus = blieb ohne Konsens{ $votes }{ $later }.
headline = { $record }: { $state }
on_the_day = {" "}am { $day }
took_its_place = Ersetzt durch { $record }.
turned_it_down = Abgelehnt{ $day }{ $votes }: { $whom }.
votes_against_votes = , { $no } dagegen und { $yes } dafür
votes_to_votes = , { $yes } zu { $no } Stimmen
was_carried_out_on = Es wurde am { $day } umgesetzt.
was_taken_back = Es wurde{ $day } zurückgezogen.
with_abstentions = , { $count } enthalten
moved_to = ist jetzt „{ $state }“{ $by }.{ $note }
quoted = „{ $title }“
record_was_published = { $record } wurde veröffentlicht.
was_cancelled = fiel aus:{ $note }
was_carried_out_by = wurde umgesetzt: { $record }.
was_decided = ist „{ $state }“{ $votes }{ $later }.
was_done = ist jetzt „{ $state }“{ $by }.{ $note }
was_opened_as = wurde eröffnet als „{ $state }“{ $by }.{ $note }
was_put_to = wurde zum Beschluss vorgelegt: { $group }.
what_and_now = { $what } Heute: { $now }
with_day = { $sentence } ({ $day })

## What somebody can do who wants to help.

ACTIONS_WITHOUT_OWNER = Aufgaben ohne Verantwortliche
A_DUTY = eine Zuständigkeit
BOUNTIES_TO_CLAIM = Prämien, die übernommen werden können
CAN_PROPOSE_ANYONE = Alle können etwas vorschlagen.
NOBODY_IS_ASSIGNED = Noch ist niemand zugewiesen.
NOTHING_OPEN_FOR_COMMENTS = Heute ist nichts offen für Stellungnahmen.
NO_ACTION_WITHOUT_OWNER = Keine Aufgabe ohne Verantwortliche ist erfasst.
NO_BOUNTY_TO_CLAIM = Keine Prämie kann gerade übernommen werden.
NO_OPEN_CALL = Keine Ausschreibung läuft.
NO_OPEN_ROLE = Kein offener Aufgabenbereich ist erfasst.
NO_OPEN_SURVEY = Keine Umfrage läuft heute.
NO_WORK_FOR_VOLUNTEERS = Keine Leistungsbeschreibung wartet auf Freiwillige.
OPEN_CALLS = Laufende Ausschreibungen
OPEN_FOR_COMMENTS = Offen für Stellungnahmen
OPEN_SURVEYS = Laufende Umfragen
PROPOSE_SOMETHING = Etwas vorschlagen
STALLED = Ins Stocken geraten
WHAT_HAPPENS_THEN = Was mit einem Vorschlag geschieht, Schritt für Schritt
WORK_FOR_VOLUNTEERS = Arbeit für Freiwillige
all_of_kind = Alle: { $kind }
can_propose = { $whom } können etwas vorschlagen.
nobody_has_yet = Diese Teile hat noch niemand übernommen: { $items }.
it_takes = Nötig ist: { $what }.

## Actions, mentions and the inventory.

ABOUT_THIS = hierzu
ANSWERS_IT = antwortet darauf
DEPENDS_ON_IT = braucht es
EVIDENCE_LINK = Fundstelle
FIRST_ADMIN_RECORDED = Erste Person in der Administration erfasst
NO_AREA = Ohne Bereich
ON_THE_AGENDA = auf der Tagesordnung
OPEN_ACTION = Offen.
OPERATOR_RECORDED = Betrieb erfasst
OWNER_RECORDED = Verantwortliche erfasst
PART_OF_A_GOAL = Teil eines Ziels
SECOND_ADMIN_RECORDED = Zweite Person in der Administration erfasst
SUPERSEDES_IT = ersetzt es
TAKEN_THERE = dort gefasst
WAS_DONE = Erledigt.
due = Frist { $day }, { $distance }.
due_and_late = Frist { $day }, überschritten um { $time }.
open_for = Bisher offen: { $time }.
the_meeting_of = die Sitzung vom { $day }

## What is not known, for readers.

MONEY_AND_CONTRACTS = Geld und Verträge
NOT_RECORDED_ANYWHERE = Nicht erfasst
PEOPLE_AND_SEATS = Personen und Sitze
SERVICES_AND_ACCESS = Dienste und wer Zugang hat
SETTINGS_OF_THE_SITE = die Aufzeichnungen im Ganzen
THE_BOARD = Der Vorstand
THE_GROUP = Die Gruppe
WHAT_WAS_SAID = Was gesagt und geschrieben wurde
WHOEVER_LOOKS_AFTER_IT = Wer sich darum kümmert
WHOEVER_RUNS_IT = Wer den Dienst verantwortet oder betreibt
WHOEVER_TOOK_THE_MINUTES = Wer das Protokoll geführt hat
not_recorded_other = { $what }: nicht erfasst.
not_known_of =
    { $things ->
        [one] { $things } Angabe
       *[other] { $things } Angaben
    } in { $records ->
        [one] { $records } Eintrag
       *[other] { $records } Einträgen
    } { $things ->
        [one] ist
       *[other] sind
    } nicht erfasst.
promises_checked_by_programs =
    { $checked ->
        [one] Ein Programm prüft { $checked } Zusage
       *[other] Ein Programm prüft { $checked } Zusagen
    }
NONE_BROKEN = ; die Aufzeichnungen zeigen keine davon als gebrochen.
broken_today =
    { $today ->
        [one] ; { $today } ist heute gebrochen.
       *[other] ; { $today } sind heute gebrochen.
    }
broken_before =
    { $before ->
        [one] ; heute ist keine gebrochen, { $before } war es früher.
       *[other] ; heute ist keine gebrochen, { $before } waren es früher.
    }
broken_today_and_before =
    { $today ->
        [one] ; { $today } ist heute gebrochen
       *[other] ; { $today } sind heute gebrochen
    }, { $before ->
        [one] { $before } war es früher.
       *[other] { $before } waren es früher.
    }
of_people = { $in_words } kann kein Programm prüfen.

## The editors' room.

ANYWHERE_ELSE = anderswo
FOR_EDITORS = Für die Redaktion
KEYS = Schlüssel der Einträge
RULES = Regeln
findings_in = Befunde in { $record }
findings_for_editors =
    { $findings ->
        [one] { $findings } Befund für die Redaktion
       *[other] { $findings } Befunde für die Redaktion
    }

## Findings, rules and clauses.

ACCEPTED_BY_A_WAIVER = auf Zeit hingenommen
BEFORE_THE_CHANGE = Vor der Änderung
ERRORS = Fehler
FLAGGED = Beanstandet
KNOWN = Als unbekannt angegeben, und Formfragen
NOT_FLAGGED = Nicht beanstandet
WARNINGS = Warnungen
WHAT_THE_AUTHOR_READS = Was die Verfasserin oder der Verfasser liest
in_all = { $count } insgesamt

## Links that lead nowhere.

LINK_LEADS_OUT = Dieser Verweis führt aus den Aufzeichnungen hinaus
LINK_MALFORMED = Das ist keine Adresse
LINK_TO_NO_SECTION = Diesen Abschnitt gibt es nicht
link_to_nothing = { $path } gibt es in diesen Aufzeichnungen nicht
link_to_unpublished = { $path } ist nicht veröffentlicht
HOLDER_BOARD = der Vorstand
HOLDER_CONTRACTOR = der Auftragnehmer
HOLDER_GROUP = die Gruppe
HOLDER_OPERATOR = der Betreiber
HOLDER_WORKING_GROUP = die Arbeitsgruppe
MORE_ELSE = , sonst{" "}
at_least = mindestens { $value }
at_most = höchstens { $value }
day_and_time = { $day }, { $time }
tasks_without_owner =
    { $tasks ->
        [one] { $tasks } Aufgabe hat noch niemand übernommen
       *[other] { $tasks } Aufgaben hat noch niemand übernommen
    }

## Times, and how long ago they are.

TODAY = heute
YESTERDAY = gestern
TOMORROW = morgen
for_days =
    { $number ->
        [one] { $number } Tag
       *[other] { $number } Tage
    }
for_months =
    { $number ->
        [one] { $number } Monat
       *[other] { $number } Monate
    }
for_years =
    { $number ->
        [one] { $number } Jahr
       *[other] { $number } Jahre
    }
days_ago =
    { $number ->
        [one] vor { $number } Tag
       *[other] vor { $number } Tagen
    }
months_ago =
    { $number ->
        [one] vor { $number } Monat
       *[other] vor { $number } Monaten
    }
years_ago =
    { $number ->
        [one] vor { $number } Jahr
       *[other] vor { $number } Jahren
    }
in_days =
    { $number ->
        [one] in { $number } Tag
       *[other] in { $number } Tagen
    }
in_months =
    { $number ->
        [one] in { $number } Monat
       *[other] in { $number } Monaten
    }
in_years =
    { $number ->
        [one] in { $number } Jahr
       *[other] in { $number } Jahren
    }
GROUP_MARK = .
DECIMAL_MARK = ,
period_between = { $from } bis { $to }
period_since = seit { $from }
period_until = bis { $to }
PERIOD_UNKNOWN = Zeitraum nicht erfasst
long_day = { $day }. { $month } { $year }
short_date = { $day }. { $month } { $year }
value_in_month = { $value } im { $month } { $year }
JANUARY = Januar
FEBRUARY = Februar
MARCH = März
APRIL = April
MAY = Mai
JUNE = Juni
JULY = Juli
AUGUST = August
SEPTEMBER = September
OCTOBER = Oktober
NOVEMBER = November
DECEMBER = Dezember
SHORT_JANUARY = Jan.
SHORT_FEBRUARY = Feb.
SHORT_MARCH = März
SHORT_APRIL = Apr.
SHORT_MAY = Mai
SHORT_JUNE = Juni
SHORT_JULY = Juli
SHORT_AUGUST = Aug.
SHORT_SEPTEMBER = Sept.
SHORT_OCTOBER = Okt.
SHORT_NOVEMBER = Nov.
SHORT_DECEMBER = Dez.
MONDAY = Montag
TUESDAY = Dienstag
WEDNESDAY = Mittwoch
THURSDAY = Donnerstag
FRIDAY = Freitag
SATURDAY = Samstag
SUNDAY = Sonntag

## What is counted.

services_counted =
    { $services ->
        [one] { $services } Dienst
       *[other] { $services } Dienste
    }
services_and_empty =
    { $services ->
        [one] { $services } Dienst
       *[other] { $services } Dienste
    }, { $empty ->
        [one] { $empty } Verantwortung ohne Namen
       *[other] { $empty } Verantwortungen ohne Namen
    }
was_held_by =
    { $people ->
        [one] fand statt; { $people } Person nahm teil.
       *[other] fand statt; { $people } Personen nahmen teil.
    }
took_part_of = { $present } von { $eligible } Mitgliedern nahmen teil
took_part_of_so_far = { $present } von { $eligible } Mitgliedern nahmen bisher teil
took_part = { $present } nahmen teil
took_part_so_far = { $present } nahmen bisher teil
quorum_is_needed = { $turnout }; nötig sind { $quorum }
quorum_was_needed = { $turnout }; nötig waren { $quorum }
number_in_words =
    { $number ->
        [0] keine
       *[other] { $number }
    }
have_voted_of =
    { $voted ->
        [0] von { $members } hat { $in_words } abgestimmt
        [one] { $in_words } von { $members } hat abgestimmt
       *[other] { $in_words } von { $members } haben abgestimmt
    }
have_voted =
    { $voted ->
        [one] { $in_words } hat abgestimmt
       *[other] { $in_words } haben abgestimmt
    }
NOBODY_HAS_VOTED = noch hat niemand abgestimmt
voted_so_far_and_must = { $voted }; nötig sind mindestens { $quorum }.
voted_so_far_only = { $voted }.
was_at =
    { $held ->
        [one] War seit { $from } bei { $present } von { $held } Sitzung von „{ $group }“, soweit Anwesende erfasst sind.
       *[other] War seit { $from } bei { $present } von { $held } Sitzungen von „{ $group }“, soweit Anwesende erfasst sind.
    }
approvals_count =
    { $people ->
        [one] { $people } Zustimmung zählt; nötig sind { $asked }.
       *[other] { $people } Zustimmungen zählen; nötig sind { $asked }.
    }
approvals_counted =
    { $people ->
        [one] { $people } Zustimmung zählte; nötig waren { $asked }.
       *[other] { $people } Zustimmungen zählten; nötig waren { $asked }.
    }
approvals_count_from =
    { $people ->
        [one] { $people } Zustimmung
       *[other] { $people } Zustimmungen
    } aus { $affiliations ->
        [one] { $affiliations } Organisation
       *[other] { $affiliations } Organisationen
    } { $people ->
        [one] zählt
       *[other] zählen
    }; nötig sind { $asked } aus mindestens { $least }.
approvals_counted_from =
    { $people ->
        [one] { $people } Zustimmung
       *[other] { $people } Zustimmungen
    } aus { $affiliations ->
        [one] { $affiliations } Organisation
       *[other] { $affiliations } Organisationen
    } zählten; nötig waren { $asked } aus mindestens { $least }.
THE_DUTY_IS_HELD = Die Zuständigkeit ist besetzt.
all_duties_held = Alle { $all } Zuständigkeiten sind besetzt.
duties_held_of =
    { $held ->
        [one] { $held } von { $all } Zuständigkeiten ist besetzt.
       *[other] { $held } von { $all } Zuständigkeiten sind besetzt.
    }
seconds =
    { $value ->
        [one] { $shown } Sekunde
       *[other] { $shown } Sekunden
    }
minutes =
    { $value ->
        [one] { $shown } Minute
       *[other] { $shown } Minuten
    }
hours =
    { $value ->
        [one] { $shown } Stunde
       *[other] { $shown } Stunden
    }
days_of_level =
    { $value ->
        [one] { $shown } Tag
       *[other] { $shown } Tage
    }

## For the templates.

checked_by = Geprüft durch
checked_by_about = Was die Gruppe vereinbart hat, und die Regeln, die es prüfen. Leserinnen und Leser finden dasselbe ohne die Regeln.
editors_lede = Was die Prüfung heute findet, mit Datei, Zeile und dem, was zu schreiben ist. Wegen eines Befunds wird nichts verborgen. Leserinnen und Leser werden nicht hierher geführt, und Suchmaschinen werden gebeten, diese Seiten auszulassen.
every_record = Alle Einträge
example = Beispiel
for_editors = { FOR_EDITORS }
key = Schlüssel
keys = { KEYS }
keys_lede = Was im Kopf eines Eintrags jeder Art stehen kann. Was nicht bekannt ist, wird mit dem Grund angegeben: owner = {"{"} unknown = "…" {"}"}.
last_broken = Zuletzt gebrochen
means = Bedeutung
no_keys = Diese Art hat keine eigenen Schlüssel.
no_promises = Kein Profil dieser Website sagt, woran sich die Gruppe messen lässt.
not_recorded = Was nicht erfasst ist
not_recorded_facts = { NOT_RECORDED_ANYWHERE }
nothing_unknown = Nichts fehlt, wonach die Prüfung sucht, und kein Eintrag gibt etwas als unbekannt an. Eine Lücke stünde hier, mit denen, die sie schließen könnten.
promise = Zusage
promises = { PROMISES }
promises_checked = Was ein Programm prüft
promises_lede = Woran sich die Gruppe messen lässt, in einfachen Worten. Bei jeder Zusage steht, wann sie zuletzt gebrochen wurde; „noch“ heißt: heute.
promises_of_people = Was kein Programm prüfen kann
records = Einträge
records_counted = Einträge
required = verpflichtend
required_in = verpflichtend in:
rules_lede = { $found } der { $all } Regeln haben hier etwas gefunden. Jede davon hat eine Seite mit Beispielen.
takes = Wert
unknown_lede = Was diese Aufzeichnungen nicht sagen: zuerst das, wovon am meisten abhängt, jeweils mit denen, die es sagen könnten. Wenn Sie es wissen, sagen Sie es uns.
what_we_do_not_know = { WHAT_WE_DO_NOT_KNOW }
who_could_say = Wer es sagen könnte
why_no_program = Warum ein Mensch nachsehen muss
withheld_lede = Dies ist bekannt und wird nicht gezeigt, aus dem Grund und bis zu dem Tag, die dabeistehen.
all_changes = Alle Änderungen, Tag für Tag
and_more = und { $count } weitere
announced_in = Angekündigt in { $meeting }.
as_of = Stand: { $day }.
at_the_end = Am Ende
end_of_record = Das Ende dieser Aufzeichnungen
join = { JOIN }
last_updated = Zuletzt geändert: { $day }.
members = { MEMBERS }
more_open = { $count } weitere
more_records = Weitere Einträge
last_meeting_named = Letzte genannte Sitzung
listed_above = Oben aufgeführt.
next_meeting = { NEXT_MEETING }
between_weekday_and_day = ,{" "}
nothing_now = Keine Sitzung ist angekündigt, und nichts ist offen für Stellungnahmen, Stimmen oder Angebote.
of_group = von { $group }
on_the_agenda = Auf der Tagesordnung:
deleted = gestrichen:
deleted_until_here = (gestrichen bis hier)
inserted = eingefügt:
inserted_until_here = (eingefügt bis hier)
preview = Vorschau einer Änderung
preview_of = Dies ist eine Vorschau von { $change }: wie die Website aussähe, wenn die Änderung angenommen würde. Sie ist nicht veröffentlicht.
published_page = Die veröffentlichte Seite
to_look_at = Anzusehen:
to_resolve = Zu klären:
what_change_does = Was diese Änderung bewirkt
what_change_does_here = Was diese Änderung hier bewirkt
record_ends = Diese Aufzeichnungen enden am { $day }.
write_to = Schreiben Sie an
you_can = Sie können
a_person = eine Person:
about_record = Über diese Aufzeichnungen
accepted_for_now = Vorerst hingenommen
actions_lede = Was jemand in einer Sitzung übernommen und noch nicht abgeschlossen hat, nach Verantwortlichen.
admins = { ADMINS }
agreed_in = Aus { $meeting }.
all_decisions = Alle Beschlüsse ({ $count })
all_of = Alle { $count }
blocked = Blockiert
blocked_by = Durch { $what }
by_family = Nach Gruppe
by_level = Nach Schwere
check_is_running = Die Prüfung Ihrer letzten Änderung läuft noch. Bis sie endet, fehlen einige Hinweise, andere können überholt sein.
by_record = Nach Eintrag
by_state = Nach Stand
changes = Änderungen
clause = Bestimmung
clauses_of = Bestimmungen von { $profile }
closed = Abgeschlossen
contents = Inhalt
day_not_recorded = an einem nicht erfassten Tag; { $state } am { $day }
decided_lately = Zuletzt beschlossen
derived = Der Stand ergibt sich aus den übrigen Angaben des Eintrags.
earliest = Frühestens
edit = Bearbeiten
error = Fehler
evidence_of_action = Nachweis: { $link }.
facts = Angaben
facts_and_contents = Angaben und Inhalt
feed = { FEED }
feed_of_records = Feed dieser Einträge
filter = Filter
finding = Befund
findings = Befunde
findings_column = Befunde
first_to_last = , { $first } bis { $last } von { $count }
as_data = Als Daten
follow = Auf dem Laufenden bleiben
from_any_state = Von jedem Stand aus
from_profile = Aus dem Profil { $name }.
from_profiles = Aus den Profilen { $names }.
front_matter_has = Bis dahin ist erfasst:
has_moved = Diese Seite ist umgezogen
help_lede = Was Sie hier heute tun können, ob Sie eine Stunde haben oder ein Jahr.
help_page = { HELP_PAGE }
history = { HISTORY }
home = Startseite
how_lede = Welche Stände ein Vorhaben durchläuft, wer jeden Schritt tut und was dafür nötig ist. Diese Seite entsteht aus den Regeln, nach denen die Aufzeichnungen geprüft werden.
how_one_begins = Wie es beginnt
in_your_time_zone = In Ihrer Zeitzone:
is_blocked_by = Blockiert durch { $what }.
is_draft = Ein Entwurf: Er erscheint in dieser Vorschau und ist nicht veröffentlicht.
is_now_at = Sie ist jetzt unter { $page }.
latest_done = , die letzten { $count }
level = Schwere
mentioned_in = { MENTIONED_IN }
menu = Menü
missing = Es fehlt
more_findings = { $count } weitere; jeder steht auf der Seite seines Eintrags.
more_in_record = { $count } weitere; eine Prüfung dieser Datei allein nennt alle.
more_of = weitere
narrow_down = Eingrenzen
next = { NEXT }
next_page = { NEXT }
next_step = Als Nächstes: { $step }.
no_day = Tag nicht erfasst
no_matter = Nichts ist offen. Vorschläge, Leistungsbeschreibungen, Prämien und Ausschreibungen stehen hier, bis sie abgeschlossen sind.
no_decision = Noch ist kein Beschluss erfasst.
no_findings = Keine Befunde
no_open_action = Keine Aufgabe ist offen. Aufgaben kommen aus den Aufgabenlisten der Sitzungsprotokolle.
no_service_of_area = Kein Dienst dieses Bereichs ist erfasst.
no_states = Noch hat hier kein Eintrag einen Stand. Jede Art erscheint mit ihrem ersten Eintrag; `candor new` legt einen an.
no_such_page = { NO_SUCH_PAGE }
no_such_page_lede = Vielleicht ist die Adresse falsch geschrieben, oder die Seite ist umgezogen. Einträge behalten ihre Adresse: Suchen Sie im Verzeichnis ihrer Art.
none_recorded = Noch nicht erfasst: { $kind }.
not_asked_yet = wird erst geprüft, wenn die Aufzeichnungen etwas dazu enthalten
not_in_this_record = Nicht in diesen Aufzeichnungen
not_known = Dem Programm nicht bekannt
note = Bekannt
nothing_found = Die Prüfung findet nichts.
now = Jetzt
on = am
on_line = , Zeile { $number }
on_this_page = Auf dieser Seite
open_actions = { OPEN_ACTIONS }
operator = { OPERATOR }
other_meetings = Andere Sitzungen
overdue = Überfällig: { $count }.
owner = { OWNER }
pages = Seiten
path_as_picture = Der Weg als Bild
picture = Bild: { $kind }
picture_of_path = Bild des Weges
place = Stelle
places = Stellen
previous = Zurück
rule = Regel
rule_named = Regel:
rules = { RULES }
rung = Gehört zu
serves = Dient
service = { SERVICE }
settled = Abgeschlossen
show_settled = Abgeschlossenes anzeigen
show_done = Erledigtes anzeigen
shown = { $n } von { $all } angezeigt
shown_of_part = die ersten { $n } von { $all } angezeigt
since = { BEFORE_SINCE }
site_navigation = { SITE }
skip_to_content = Zum Inhalt springen
sort_by = Sortieren nach
source = Quelltext
stalled = { STALLED }
stalled_after = Gilt ohne neuen Schritt als ins Stocken geraten nach: { $time }.
state = { STATE }
goes_on = Die Arbeit geht weiter in { $record }
last_day = Letzter Tag
levels_kept = { LEVELS_KEPT }
no_level_agreed = kein Zielwert erfasst
other_views = Andere Ansichten
root_access = Vollzugriff
state_of_record = Der Stand dieses Eintrags
state_with = Liegt bei: { $whom }.
step_by = Durch: { $whom }.
step_needs = Nötig:
still = Noch:
switched_off = hier abgeschaltet:
table = Tabelle: { $title }
taken_by = , durch { $whom }
taken_of = { $taken } von { $all }
text_has = Der Text enthält
the_path = Der Weg
the_rules = Die Regeln
this_page_only = (nur diese Seite)
to_state = Nach
today = Heute
unsorted = Unsortiert
until = bis
unused_kinds = Sie kennen auch Stände für { $kinds }; davon ist noch nichts erfasst.
usual_level = { $level }, wo die Website nichts angibt
waived_by = Durch { $decision }.
waived_until = Bis { $day }.
warning = Warnung
what_else = Was sonst erwartet wird
what_is_flagged = Was beanstandet wird
what_states_mean = Was die Stände bedeuten und wer jeden Schritt tut
with_whom = , liegt bei: { $whom }
withheld = { WITHHELD }
work_lede = Alles, was gewünscht, in Arbeit oder ausgeschrieben ist: wo es steht, bei wem es liegt, worauf es wartet.
work_page = { WORK_PAGE }
without_owner = Ohne Verantwortliche: { $count }.
you_are_here = Sie sind hier

## Feeds and calendars.

ALL_OF_IT = Die ganze Website
CALENDAR = Kalender
DIGESTS = Monat für Monat
DIGESTS_LEDE = Was in jedem Monat geschah, auf einer Seite und als Text, der sich per Mail verschicken lässt.
DIGEST_AHEAD = Was bevorsteht
DIGEST_MET = Getagt
DIGEST_MONTHS = Monate
DIGEST_MORE = Mehr
DIGEST_OTHERS = Dienste und Übriges
DIGEST_WAITS = Wer was gerade hat
DIGEST_WORK = Arbeit, die weiterging
DIGEST_AS_TEXT = Als Text, für Mail
DIGEST_QUIET = Von diesem Monat ist nichts verzeichnet.
FOLLOW_DIGESTS = Per Mail
FOLLOW_DIGESTS_NOTE = Jeder Monat hat eine Seite, die sagt, was entschieden wurde, was weiterging und wer es hat, und dasselbe als Text zum Weiterschicken.
digest_more_wait = { $count ->
    [one] eines mehr wartet darauf.
   *[other] { $count } mehr warten darauf.
}
digest_waits_for = wartet auf { $group }.
digest_of = { $site }: { $month }
digest_lede = { $count ->
    [one] Im { $month } geschah eines.
   *[other] Im { $month } geschah { $count } Mal etwas.
}
FOLLOW_ALL = Alles
FOLLOW_BODIES = Was bei einer Gruppe ansteht
FOLLOW_CALENDARS_NOTE = Abonnieren Sie die Adresse in einem Kalender: Sitzungen mit Uhrzeit, letzte Tage für Stellungnahmen, Stimmen und Angebote, Vertragsenden und Fristen.
FOLLOW_FEEDS_NOTE = Kopieren Sie die Adresse eines Verweises in ein Leseprogramm für Feeds. Die drei Formen enthalten dasselbe; die meisten Programme nehmen jede davon. Ein Eintrag sagt, was geschah, bei wem die Sache jetzt liegt, was als Nächstes kommt und bis wann. Tage, die bevorstehen, werden vorher angekündigt.
FOLLOW_HOW = Wie es geht
FOLLOW_KINDS = Nach Art
FOLLOW_LEDE = Was hier geschieht, lässt sich ohne Konto verfolgen: in einem Leseprogramm für Feeds oder in einem Kalender.
FOLLOW_OTHERS = Ein Vorhaben, eine Person
FOLLOW_OTHERS_NOTE = Jedes Vorhaben und jede Person hat einen eigenen Feed, sobald etwas darin steht. Er steht am Ende der jeweiligen Seite, neben dem Verlauf der Datei.
FORM_ATOM = Atom
FORM_JSON = JSON Feed
FORM_RSS = RSS
NOBODY_YET = noch niemand
WITHHELD_UNTIL_THEN = Zurückgehaltenes wird veröffentlicht
agenda_is = Tagesordnung: { $points }.
calendar = { CALENDAR }
contract_covers = Umfasst: { $services }.
contract_is_over = der Vertrag { $contract } endet
is_promised = { $what } ist zugesagt
last_day_for_notice = letzter Tag zur Kündigung des Vertrags { $contract }
next_meeting_of = Nächste Sitzung von { $group }
on_a_day = { $what } am { $day }
record_waits_for = { $record } steht bei { $group } an
said_in = Erfasst in { $record }.
seat_ends = der Sitz von { $person } endet
task_due = Frist: { $what } ({ $whom })
voted_on = { $person } stimmte bei { $decision } mit „{ $how }“
waits_for = Was ansteht bei: { $group }

## What is not known where a rule misses it, by the name of the rule.

missing-action-without-due-date = Bis wann eine Aufgabe zu erledigen ist, ist nicht erfasst.
missing-action-without-owner = Wer eine Aufgabe erledigt, ist nicht erfasst.
missing-affiliation-unknown = Für wen jemand arbeitete, ist nicht erfasst.
missing-agenda-without-outcome = Was aus einem Punkt der Tagesordnung wurde, ist nicht erfasst.
missing-amount-without-cost = Wie sicher der Betrag ist, ist nicht erfasst.
missing-announced-meeting-without-record = Was aus einer angekündigten Sitzung wurde, ist nicht erfasst.
missing-approval-without-link = Wo eine Zustimmung nachzulesen ist, ist nicht erfasst.
missing-area-without-service = Für einen Teil des Aufgabengebiets ist kein Dienst erfasst.
missing-blocked-without-end = Was es voranbringen würde, ist nicht erfasst.
missing-closed-without-evidence = Womit belegt ist, dass eine Aufgabe erledigt wurde, ist nicht erfasst.
missing-conference-without-report = Kein Bericht an eine Konferenz ist erfasst.
missing-consumer-without-verdict = Was ein Projekt dazu sagt, das es nutzen würde, ist nicht erfasst.
missing-contract-coverage = Welcher Vertrag einen Teil der Arbeit umfasst, ist nicht erfasst.
missing-contract-terms = Einige Bedingungen eines Vertrags sind nicht erfasst.
missing-contract-without-request = Zu einem Vertrag ist keine öffentliche Ausschreibung erfasst.
missing-contractor-route-without-reason = Warum ein Auftragnehmer die Arbeit tut, ist nicht erfasst.
missing-contractor-route-without-slo = Für die Arbeit eines Auftragnehmers ist keine Dienstgüte erfasst.
missing-contractor-slo-missing = Für einen Auftragnehmer ist keine Dienstgüte erfasst.
missing-contractor-without-documentation = Zu dem, was ein Auftragnehmer betreibt, ist keine Dokumentation erfasst.
missing-criterion-met-without-evidence = Womit belegt ist, dass eine Bedingung erfüllt ist, ist nicht erfasst.
missing-critical-without-slo = Keine Dienstgüte ist erfasst, obwohl viel davon abhängt.
missing-decided-without-date = Der Tag des Beschlusses ist nicht erfasst.
missing-decided-without-outcome = Was beschlossen wurde, ist nicht erfasst.
missing-decision-not-executed = Ob er umgesetzt wurde, ist nicht erfasst.
missing-decision-without-deciders = Wer beschlossen hat, ist nicht erfasst.
missing-decision-without-end = Bis wann abgestimmt wird, ist nicht erfasst.
missing-described-as-unowned = Wer verantwortlich ist, ist nicht erfasst.
missing-disclosure-overdue = Was bis zu einem vergangenen Tag zurückgehalten wurde, ist noch nicht erfasst.
missing-dissent-unrecorded = Die Gründe derer, die dagegen waren, sind nicht erfasst.
missing-duty-not-delegated = Wer eine Zuständigkeit übertragen hat, ist nicht erfasst.
missing-duty-vacant = Wer eine der Zuständigkeiten hat, ist nicht erfasst.
missing-duty-without-contact = Wie die zuständige Person zu erreichen ist, ist nicht erfasst.
missing-duty-without-deputy = Für eine Zuständigkeit ist keine Vertretung erfasst.
missing-exit-not-tested = Ob der Ausstieg aus einem Vertrag erprobt wurde, ist nicht erfasst.
missing-experiment-without-review = An welchem Tag der Versuch überprüft wird, ist nicht erfasst.
missing-fulfilled-without-report = Was aus der Gabe wurde, ist nicht erfasst.
missing-goal-without-owner = Wer sich um ein Ziel kümmert, ist nicht erfasst.
missing-group-without-contact = Wie die Gruppe zu erreichen ist, ist nicht erfasst.
missing-group-without-roster = Wer der Gruppe angehört, ist nicht erfasst.
missing-incomplete-for-its-state = Etwas, das bei diesem Stand sonst bekannt ist, ist nicht erfasst.
missing-incomplete-service = Für die Administration sind weniger Personen erfasst als verlangt, oder wann der Dienst zuletzt überprüft wurde, ist nicht erfasst.
missing-meeting-without-agenda = Worum es in der Sitzung geht, ist nicht erfasst.
missing-meeting-without-participants = Wer teilnahm, ist nicht erfasst.
missing-missing-evidence = Wo ein Schritt nachzulesen ist, ist nicht erfasst.
missing-missing-key = Eine Angabe, die alle anderen Einträge dieser Art haben, ist nicht erfasst.
missing-missing-root-holder = Wer Vollzugriff hat, ist nicht oder nicht für alle erfasst, die ihn haben sollen.
missing-missing-section = Ein Teil des Textes, der bei diesem Schritt verlangt wird, ist nicht erfasst.
missing-money-without-amount = Der Betrag ist nicht erfasst.
missing-money-without-board-decision = Kein Beschluss des Vorstands über das Geld ist erfasst.
missing-no-meeting-announced = Keine nächste Sitzung ist erfasst.
missing-nobody-authorises-payments = Wer Zahlungen freigibt, ist nicht erfasst.
missing-nobody-holds-it = Wer es innehat, ist nicht erfasst.
missing-overdue-minutes = Was in der Sitzung gesagt wurde, ist noch nicht erfasst.
missing-personal-data-without-contact = Wer zu personenbezogenen Daten Auskunft gibt, ist nicht erfasst.
missing-pledge-follow-up-overdue = Was aus der Zusage wurde, ist nicht erfasst.
missing-price-not-disclosed = Der Preis ist nicht erfasst, obwohl er inzwischen zu nennen wäre.
missing-report-without-outlook = Was als Nächstes kommt, ist nicht erfasst.
missing-retired-without-successor = Was an seine Stelle getreten ist, ist nicht erfasst.
missing-rfp-without-conditions = Die Bedingungen für Angebote sind nicht vollständig erfasst.
missing-rfp-without-question-deadline = Bis wann Fragen möglich sind, ist nicht erfasst.
missing-role-vacant = Wer einen der Aufgabenbereiche hat, ist nicht erfasst.
missing-shared-infrastructure-without-agreement = Ob die einverstanden sind, die darauf angewiesen sind, ist nicht erfasst.
missing-slo-missed-without-action = Was wegen einer verfehlten Dienstgüte geschieht, ist nicht erfasst.
missing-slo-result-missing = Ob die Dienstgüte zuletzt eingehalten wurde, ist nicht erfasst.
missing-slo-without-source = Wie die Dienstgüte gemessen wird, ist nicht erfasst.
missing-sole-root-holder = Nur eine Person mit Vollzugriff ist erfasst.
missing-sub-group-without-end = Bis wann die Gruppe arbeitet, ist nicht erfasst.
missing-survey-without-results = Die Antworten sind nicht erfasst.
missing-term-without-appointment = Wie jemand zu einem Sitz kam, ist nicht erfasst.
missing-unclear-whether-held = Ob die Sitzung stattfand, ist nicht erfasst.
missing-unknown-participant = Wer eine der teilnehmenden Personen ist, ist nicht erfasst.
missing-vote-without-link = Wo eine Stimme nachzulesen ist, ist nicht erfasst.
missing-withheld-without-decision = Wer beschlossen hat, etwas zurückzuhalten, ist nicht erfasst.
missing-withheld-without-end = Bis wann etwas zurückgehalten wird, ist nicht erfasst.
missing-work-item-without-estimate = Wie aufwendig ein Teil der Arbeit ist, ist nicht erfasst.
missing-work-item-without-owner = Wer einen Teil der Arbeit tut, ist nicht erfasst.

## What is not known where its author says so, by the last name of the key, and by the kind where that makes a difference.

unknown-admins = Wer es administrieren kann, ist nicht erfasst.
unknown-amount = Der Betrag ist nicht erfasst.
unknown-channel = Wo es beschlossen wurde, ist nicht erfasst.
unknown-closes = Wann es endete, ist nicht erfasst.
unknown-confirmed_by = Wer jemanden bestätigt hat, ist nicht erfasst.
unknown-contact = Wie man dort jemanden erreicht, ist nicht erfasst.
unknown-contacts = Wer Auskunft gibt, ist nicht erfasst.
unknown-critical = Wie viel davon abhängt, ist nicht erfasst.
unknown-contractor-decision = Durch welchen Beschluss der Vertrag bewilligt wurde, ist nicht erfasst.
unknown-documentation = Keine Dokumentation ist erfasst.
unknown-contractor-ends = Wann der Vertrag endet, ist nicht erfasst.
unknown-exit_tested = Wann der Ausstieg aus dem Vertrag zuletzt erprobt wurde, ist nicht erfasst.
unknown-group-from = Seit wann jemand dabei ist, ist nicht erfasst.
unknown-gdpr_contact = Wer zu personenbezogenen Daten Auskunft gibt, ist nicht erfasst.
unknown-holders = Wer eine der Zuständigkeiten hat, ist nicht erfasst.
unknown-host = Wo es betrieben wird, ist nicht erfasst.
unknown-proposal-issue = Wo das Anliegen zuerst vorgebracht wurde, ist nicht erfasst.
unknown-lifecycle = Ob es genutzt wird, ist nicht erfasst.
unknown-measure = Wie ein Ziel gemessen wird, ist nicht erfasst.
unknown-mode = Auf welche Weise beschlossen wurde, ist nicht erfasst.
unknown-nominated_by = Wer jemanden vorgeschlagen hat, ist nicht erfasst.
unknown-notice_days = Mit welcher Frist der Vertrag kündbar ist, ist nicht erfasst.
unknown-operator = Wer es betreibt, ist nicht erfasst.
unknown-decision-outcome = Das Ergebnis ist nicht erfasst.
unknown-meeting-outcome = Was aus einem Punkt der Tagesordnung wurde, ist nicht erfasst.
unknown-service-owner = Wer verantwortlich ist, ist nicht erfasst.
unknown-owner = Wer sich darum kümmert, ist nicht erfasst.
unknown-personal_data = Ob es personenbezogene Daten enthält, ist nicht erfasst.
unknown-present = Wer teilnahm, ist nicht erfasst.
unknown-price = Der Preis ist nicht erfasst.
unknown-proposer = Wer es vorgeschlagen hat, ist nicht erfasst.
unknown-purpose = Wozu es dient, ist nicht erfasst.
unknown-renewal = Wie der Vertrag weitergeht, ist nicht erfasst.
unknown-reviewed = Wann der Eintrag zuletzt überprüft wurde, ist nicht erfasst.
unknown-organization-roles = Was die Organisation hier tut, ist nicht erfasst.
unknown-root_access = Wer Vollzugriff hat, ist nicht erfasst.
unknown-services = Welche Dienste es betreibt, ist nicht erfasst.
unknown-signed_by = Wer den Vertrag unterzeichnet hat, ist nicht erfasst.
unknown-slo = Keine Dienstgüte ist erfasst.
unknown-sows = Welche Arbeit der Vertrag umfasst, ist nicht erfasst.
unknown-contractor-starts = Wann der Vertrag begann, ist nicht erfasst.
unknown-roadmap-state = Wie weit ein Ziel ist, ist nicht erfasst.
unknown-terminable_at_will = Ob der Vertrag sofort kündbar ist, ist nicht erfasst.
unknown-group-to = Bis wann jemand dabei war, ist nicht erfasst.
unknown-roadmap-from = Wann es beginnt, ist nicht erfasst.
unknown-roadmap-to = Wann es endet, ist nicht erfasst.

## Words of the front matter. One that is not here is shown as it is written.

value-gdpr-response = Auskunft zum Datenschutz
value-in-person = vor Ort
value-one-off = einmalig
value-sub-group = Untergruppe
value-acceptance = Abnahme
value-active = in Arbeit
value-approvals = Zustimmungen
value-availability = Verfügbarkeit
value-award = Zuschlag
value-board = Vorstand
value-chair = Vorsitz
value-charter = Satzung
value-community = Gemeinschaft
value-consensus = Konsens
value-contractor = Auftragnehmer
value-council = Rat
value-decisions = Beschlüsse
value-deprecated = abgekündigt
value-deputy = Vertretung
value-done = erledigt
value-donor = Geldgeber
value-dropped = aufgegeben
value-employer = Arbeitgeber
value-ended = beendet
value-expenditure = Ausgabe
value-experimental = im Versuch
value-foundation = Stiftung
value-general = allgemein
value-handover = Übergabe
value-host = Standort
value-idea = Idee
value-late = verspätet
value-lazy-consensus = Schweigen als Zustimmung
value-lead = Entscheidung der Leitung
value-liaison = Verbindung
value-maintainer = Betreuung
value-member = Mitglied
value-membership = Mitgliedschaft
value-money = Geld
value-negotiated = verhandelt
value-not-selected = nicht ausgewählt
value-notice = Kündigung
value-parked = zurückgestellt
value-planned = geplant
value-procurement = Beschaffung
value-production = im Betrieb
value-project = Projekt
value-record = Eintrag
value-recovery-time = Wiederherstellungszeit
value-renewed = verlängert
value-response-time = Reaktionszeit
value-retired = außer Betrieb
value-route = Weg
value-secretary = Schriftführung
value-selected = ausgewählt
value-signed = unterzeichnet
value-simple-majority = einfache Mehrheit
value-supermajority = Zweidrittelmehrheit
value-treasurer = Kasse
value-under-evaluation = in Bewertung
value-vendor = Anbieter
value-withdrawn = zurückgezogen
value-working-group = Arbeitsgruppe
value-yes = ja
value-no = nein
value-abstain = enthalten
value-recuse = befangen
value-low = gering
value-medium = mittel
value-high = hoch
value-volunteers = Freiwillige
value-bounty = Prämie
value-ongoing = laufend
value-automatic = automatisch
value-accepted = angenommen
value-rejected = abgelehnt
value-no-consensus = ohne Konsens
value-time = Zeit
value-resource = Sachleistung
value-operator = Betrieb
value-resignation = Rücktritt

## Words of the built-in profiles: kinds, states, steps, and who has something, by their English. Those of a group's own
## profile are in its own language.

profile-statement-of-work = Leistungsbeschreibung
profile-statements-of-work = Leistungsbeschreibungen
profile-proposal = Vorschlag
profile-proposals = Vorschläge
profile-decision = Beschluss
profile-decisions = Beschlüsse
profile-meeting = Sitzung
profile-meetings = Sitzungen
profile-request-for-proposal = Ausschreibung
profile-requests-for-proposal = Ausschreibungen
profile-bounty = Prämie
profile-bounties = Prämien
profile-contractor = Auftragnehmer
profile-contractors = Auftragnehmer
profile-service = Dienst
profile-services = Dienste
profile-person = Person
profile-people = Personen
profile-organization = Organisation
profile-organizations = Organisationen
profile-group = Gruppe
profile-groups = Gruppen
profile-roadmap = Planung
profile-roadmaps = Planungen
profile-survey = Umfrage
profile-surveys = Umfragen
profile-pledge = Zusage
profile-pledges = Zusagen
profile-report = Bericht
profile-reports = Berichte
profile-page = Seite
profile-pages = Seiten
profile-need = Bedarf
profile-needs = Bedarfe
profile-crate-proposal = Paketvorschlag
profile-crate-proposals = Paketvorschläge
profile-blueprint = Blaupause
profile-blueprints = Blaupausen
profile-abandoned = aufgegeben
profile-accepted = angenommen
profile-adopted = übernommen
profile-approved = bewilligt
profile-first-approval = erste Zustimmung
profile-awarded = vergeben
profile-board-review = beim Vorstand
profile-with-the-team = beim Team
profile-with-the-council = beim Rat
profile-cancelled = abgesagt
profile-claimed = übernommen
profile-closed = geschlossen
profile-commenting = in Beratung
profile-completed = abgeschlossen
profile-confirmed = bestätigt
profile-costed = mit Kostenschätzung
profile-created = angelegt
profile-declined = abgelehnt
profile-delivered = geliefert
profile-deprecated = abgekündigt
profile-discussion = in Beratung
profile-under-discussion = in Beratung
profile-draft = Entwurf
profile-duplicate = Dublette
profile-evaluating = in Bewertung
profile-executed = umgesetzt
profile-experimental = im Versuch
profile-expired = abgelaufen
profile-fulfilled = erfüllt
profile-partly-fulfilled = teilweise erfüllt
profile-held = stattgefunden
profile-in-progress = in Arbeit
profile-lapsed = verfallen
profile-no-consensus = ohne Konsens
profile-offered = angeboten
profile-open = offen
profile-paid = gezahlt
profile-planned = geplant
profile-production = im Betrieb
profile-proposed = vorgeschlagen
profile-published = veröffentlicht
profile-rejected = abgelehnt
profile-reported = berichtet
profile-retired = außer Betrieb
profile-routed = Weg gewählt
profile-scheduled = angesetzt
profile-submitted = eingereicht
profile-superseded = ersetzt
profile-taken-on = übernommen
profile-triaged = gesichtet
profile-unsuccessful = ohne Ergebnis
profile-withdrawn = zurückgezogen
profile-identified = erkannt
profile-resources-sought = Mittel gesucht
profile-resourced = mit Mitteln versehen
profile-anyone = alle
profile-the-group = die Gruppe
profile-the-board = der Vorstand
profile-the-community = die Gemeinschaft
profile-the-foundation = die Stiftung
profile-the-working-group = die Arbeitsgruppe
profile-the-maintainers = die Betreuung
profile-the-project = das Projekt
profile-the-project-council = der Projektrat
profile-the-area-team = das Bereichsteam
profile-the-owner = die verantwortliche Person
profile-the-proposer = wer den Vorschlag macht
profile-the-assignees = die Zugewiesenen
profile-the-contract = der Auftragnehmer
profile-the-claimant = wer es übernommen hat
profile-the-donor = der Geldgeber
profile-the-operator = der Betreiber
profile-the-host = wer einlädt
profile-the-treasurer = die Kasse
profile-the-chair-of-the-group = der Vorsitz der Gruppe
profile-a-later-decision-takes-its-place = ein späterer Beschluss tritt an seine Stelle
profile-a-part-of-it-comes = ein Teil davon trifft ein
profile-a-reviewer-of-the-group-that-it-is-put-to-gives-the-first-approval = wer für die befragte Gruppe prüft, gibt die erste Zustimmung
profile-a-reviewer-of-the-project-gives-the-final-approval = wer für das Projekt prüft, gibt die letzte Zustimmung
profile-all-of-it-has-come = alles ist eingetroffen
profile-both-sides-agree-on-it = beide Seiten einigen sich darauf
profile-it-goes-back-for-another-round = es geht in eine weitere Runde
profile-it-goes-back-to-rework-the-text = der Text wird noch einmal überarbeitet
profile-it-is-carried-out = es wird umgesetzt
profile-it-is-done = es ist getan
profile-it-is-switched-off = der Dienst wird abgeschaltet
profile-it-is-tried-out = es wird erprobt
profile-it-stays-after-all = es bleibt doch bestehen
profile-it-turns-out-to-be-larger--or-whoever-does-it-gives-it-back = es ist größer als gedacht, oder wer es tut, gibt es zurück
profile-no-offer-is-chosen = kein Angebot wird ausgewählt
profile-nobody-counts-on-it-any-more = niemand rechnet mehr damit
profile-one-offer-is-chosen = ein Angebot wird ausgewählt
profile-people-begin-to-rely-on-it = es geht in den Betrieb
profile-somebody-claims-it = jemand übernimmt es
profile-somebody-does-it--as-it-costs-nothing-and-touches-nothing-that-others-rely-on = jemand tut es, da es nichts kostet und nichts berührt, worauf andere angewiesen sind
profile-somebody-else-takes-the-work-over = jemand anderes übernimmt die Arbeit
profile-somebody-gives-what-it-takes = jemand gibt, was nötig ist
profile-somebody-of-the-community-takes-the-work-over = jemand aus der Gemeinschaft übernimmt die Arbeit
profile-somebody-offers-something = jemand bietet etwas an
profile-somebody-proposes-a-crate = jemand schlägt ein Paket vor
profile-somebody-says-what-ghc-needs = jemand sagt, was GHC braucht
profile-somebody-starts-a-thread-on-the-forum = jemand beginnt ein Thema im Forum
profile-somebody-submits-it = jemand reicht es ein
profile-somebody-writes-the-question-down = jemand schreibt die Frage auf
profile-the-area-team-asks-the-project-council = das Bereichsteam befragt den Projektrat
profile-the-area-team-finds-consensus--or-settles-it = das Bereichsteam findet Konsens oder entscheidet
profile-the-area-team-says-no = das Bereichsteam lehnt ab
profile-the-area-team-takes-it-on-and-says-by-when-it-is-decided = das Bereichsteam nimmt sich der Sache an und sagt, bis wann entschieden wird
profile-the-area-team-takes-it-up-again--or-the-council-overrules-it = das Bereichsteam nimmt es wieder auf, oder der Rat hebt den Beschluss auf
profile-the-board-agrees-that-it-is-given-up = der Vorstand stimmt der Einstellung zu
profile-the-board-agrees-that-people-rely-on-it = der Vorstand stimmt dem Betrieb zu
profile-the-board-decides-on-the-award = der Vorstand beschließt über den Zuschlag
profile-the-board-decides-on-the-expenditure = der Vorstand beschließt über die Ausgabe
profile-the-board-declines-the-expenditure = der Vorstand lehnt die Ausgabe ab
profile-the-board-asks-for-another-text--or-the-working-group-takes-it-back = der Vorstand bittet um einen anderen Text, oder die Arbeitsgruppe nimmt ihn zurück
profile-the-claim-is-given-back = die Übernahme wird zurückgegeben
profile-the-claimant-hands-the-work-in = die Arbeit wird eingereicht
profile-the-closing-time-passes = die Frist läuft ab
profile-the-contract-or-the-bounty-is-set-up-and-the-work-begins = Vertrag oder Prämie werden vereinbart, und die Arbeit beginnt
profile-the-group-accepts-the-work = die Gruppe nimmt die Arbeit ab
profile-the-working-group-accepts-the-work = die Arbeitsgruppe nimmt die Arbeit ab
profile-the-group-announces-it = die Gruppe kündigt sie an
profile-the-group-asks-for-rework = die Gruppe bittet um Nacharbeit
profile-the-working-group-asks-for-rework = die Arbeitsgruppe bittet um Nacharbeit
profile-the-group-asks-the-board-for-the-money = die Gruppe beantragt das Geld beim Vorstand
profile-the-working-group-asks-the-board-for-the-money = die Arbeitsgruppe beantragt das Geld beim Vorstand
profile-the-group-begins-a-draft = die Gruppe beginnt einen Entwurf
profile-the-working-group-begins-a-draft = die Arbeitsgruppe beginnt einen Entwurf
profile-the-group-cancels-it = die Gruppe bricht es ab
profile-the-working-group-cancels-it = die Arbeitsgruppe bricht es ab
profile-the-working-group-chooses-another-way = die Arbeitsgruppe wählt einen anderen Weg
profile-the-group-chooses-another-way--or-somebody-else = die Gruppe wählt einen anderen Weg oder jemand anderen
profile-the-group-compares-the-offers = die Gruppe vergleicht die Angebote
profile-the-working-group-compares-the-offers = die Arbeitsgruppe vergleicht die Angebote
profile-the-group-decides = die Gruppe beschließt
profile-the-group-decides-against-it = die Gruppe beschließt dagegen
profile-the-group-decides-whether-to-move-on-with-it = die Gruppe beschließt, ob es weitergeht
profile-the-working-group-decides-whether-to-move-on-with-it = die Arbeitsgruppe beschließt, ob es weitergeht
profile-the-group-decides-who-carries-it-out = die Gruppe beschließt, wer es umsetzt
profile-the-working-group-decides-who-carries-it-out = die Arbeitsgruppe beschließt, wer es umsetzt
profile-the-group-declines-it = die Gruppe lehnt es ab
profile-the-working-group-declines-it = die Arbeitsgruppe lehnt es ab
profile-the-group-does-not-come-to-an-answer = die Gruppe kommt zu keinem Ergebnis
profile-the-group-does-not-seek-resources-for-it = die Gruppe sucht keine Mittel dafür
profile-the-group-does-not-take-it = die Gruppe nimmt es nicht an
profile-the-group-looks-at-it = die Gruppe sieht es sich an
profile-the-working-group-looks-at-it = die Arbeitsgruppe sieht es sich an
profile-the-group-meets = die Gruppe tagt
profile-the-group-parts-with-whoever-does-the-work-and-looks-for-somebody-else = die Gruppe trennt sich von denen, die die Arbeit tun, und sucht andere
profile-the-group-plans-it = die Gruppe plant es
profile-the-group-points-to-the-proposal-that-asks-for-the-same = die Gruppe verweist auf den Vorschlag, der dasselbe will
profile-the-working-group-points-to-the-proposal-that-asks-for-the-same = die Arbeitsgruppe verweist auf den Vorschlag, der dasselbe will
profile-the-group-publishes-a-cost-estimate = die Gruppe veröffentlicht eine Kostenschätzung
profile-the-working-group-publishes-a-cost-estimate = die Arbeitsgruppe veröffentlicht eine Kostenschätzung
profile-the-group-publishes-the-call = die Gruppe veröffentlicht die Ausschreibung
profile-the-working-group-publishes-the-call = die Arbeitsgruppe veröffentlicht die Ausschreibung
profile-the-group-publishes-the-results = die Gruppe veröffentlicht die Ergebnisse
profile-the-group-publishes-the-text-for-discussion = die Gruppe stellt den Text zur Beratung
profile-the-working-group-publishes-the-text-for-discussion = die Arbeitsgruppe stellt den Text zur Beratung
profile-the-group-seeks-resources-for-it = die Gruppe sucht Mittel dafür
profile-the-group-sets-it-out = die Gruppe schreibt sie aus
profile-the-working-group-sets-it-out = die Arbeitsgruppe schreibt sie aus
profile-the-group-takes-it-back = die Gruppe nimmt es zurück
profile-the-working-group-takes-it-back = die Arbeitsgruppe nimmt es zurück
profile-the-working-group-takes-it-back-to-rework-the-text = die Arbeitsgruppe nimmt es zurück, um den Text zu überarbeiten
profile-the-group-takes-the-call-back = die Gruppe nimmt die Ausschreibung zurück
profile-the-working-group-takes-the-call-back = die Arbeitsgruppe nimmt die Ausschreibung zurück
profile-the-group-writes-the-questions = die Gruppe formuliert die Fragen
profile-the-maintainers-approve-it = die Betreuung stimmt zu
profile-the-maintainers-do-not-take-it-in = die Betreuung nimmt es nicht auf
profile-the-meeting-is-cancelled = die Sitzung fällt aus
profile-the-project-council-decides = der Projektrat beschließt
profile-the-project-council-says-no = der Projektrat lehnt ab
profile-the-proposer-changes-the-text-and-asks-again = wer den Vorschlag macht, ändert den Text und fragt erneut
profile-the-proposer-gives-it-up = wer den Vorschlag macht, gibt ihn auf
profile-the-proposer-puts-the-text-on-the-list = wer den Vorschlag macht, stellt den Text auf die Liste
profile-the-proposer-takes-it-back = wer den Vorschlag macht, nimmt ihn zurück
profile-the-question-is-put-to-the-group = die Frage wird der Gruppe vorgelegt
profile-the-question-is-taken-back = die Frage wird zurückgenommen
profile-the-repository-is-set-up = das Repository wird eingerichtet
profile-the-reviewers-decline-it = die Prüfenden lehnen ab
profile-the-reward-is-paid = die Prämie wird gezahlt
profile-the-survey-closes = die Umfrage endet
profile-the-survey-opens = die Umfrage beginnt
profile-the-time-to-claim-it-passes = die Zeit zur Übernahme läuft ab
profile-the-treasurer-has-the-reward-paid = die Kasse veranlasst die Zahlung der Prämie
profile-the-work-begins-without-money = die Arbeit beginnt ohne Geld
profile-those-who-use-it-are-asked-to-move-on = wer ihn nutzt, wird gebeten zu wechseln
profile-what-is-owed-gets-paid = was geschuldet ist, wird gezahlt
profile-whoever-does-the-work-hands-it-over = wer die Arbeit tut, übergibt sie
profile-whoever-proposed-it-abandons-it = wer es vorgeschlagen hat, gibt es auf
profile-a-closing-time-after-the-day-of-publication = ein Fristende nach dem Tag der Veröffentlichung
profile-a-decision-of-the-area-team = ein Beschluss des Bereichsteams
profile-a-decision-of-the-board = ein Beschluss des Vorstands
profile-a-decision-of-the-board-on-the-award = ein Beschluss des Vorstands über den Zuschlag
profile-a-decision-of-the-board-on-the-expenditure = ein Beschluss des Vorstands über die Ausgabe
profile-a-decision-of-the-board-on-the-expenditure-that-ended-as-rejected = ein ablehnender Beschluss des Vorstands über die Ausgabe
profile-a-decision-of-the-project-council = ein Beschluss des Projektrats
profile-a-decision-of-the-working-group = ein Beschluss der Arbeitsgruppe
profile-a-decision-of-the-working-group-on-who-carries-it-out = ein Beschluss der Arbeitsgruppe, wer es umsetzt
profile-a-decision-of-the-working-group-to-accept-the-work = ein Beschluss der Arbeitsgruppe, die Arbeit abzunehmen
profile-a-link-that-shows-it = eine Fundstelle, die es zeigt
profile-a-link-to-the-discussion = ein Verweis auf die Beratung
profile-a-link-to-the-issue = ein Verweis auf das Anliegen
profile-a-link-to-the-other-proposal = ein Verweis auf den anderen Vorschlag
profile-a-link-to-the-public-discussion = ein Verweis auf die öffentliche Beratung
profile-a-link-to-the-repository = ein Verweis auf das Repository
profile-a-link-to-the-thread = ein Verweis auf das Thema im Forum
profile-a-link-to-the-work = ein Verweis auf die Arbeit
profile-a-link-to-what-was-given-or-agreed = ein Verweis auf das, was gegeben oder vereinbart wurde
profile-a-link-to-where-it-asked = ein Verweis auf die Anfrage
profile-a-note-on-what-changed = eine Anmerkung, was sich geändert hat
profile-a-note-on-who-takes-it-over-from-whom = eine Anmerkung, wer es von wem übernimmt
profile-a-statement-of-work-whose-cost-is-known = eine Leistungsbeschreibung mit bekannten Kosten
profile-a-statement-of-work-with-approved-money = eine Leistungsbeschreibung mit bewilligtem Geld
profile-a-statement-that-it-costs-nothing = die Angabe, dass es nichts kostet
profile-an-estimate-of-the-cost = eine Schätzung der Kosten
profile-every-acceptance-criterion-met = alle Abnahmebedingungen erfüllt
profile-somebody-who-does-it = jemand, der es tut
profile-somebody-who-does-the-work = jemand, der die Arbeit tut
profile-the-approvals-of-two-reviewers = die Zustimmung von zwei Prüfenden
profile-the-closing-time = das Fristende
profile-the-cost = die Kosten
profile-the-day-by-which-it-is-decided = der Tag, bis zu dem entschieden wird
profile-the-day-on-which-it-opens = der Tag des Beginns
profile-the-day-on-which-somebody-asks-again = der Tag der erneuten Nachfrage
profile-the-day-on-which-the-comments-open = der Tag, ab dem Stellungnahmen möglich sind
profile-the-end-of-the-call = das Ende der Ausschreibung
profile-the-last-day-to-claim-it = der letzte Tag zur Übernahme
profile-the-last-day-to-comment = der letzte Tag für Stellungnahmen
profile-the-offer-that-is-chosen = das ausgewählte Angebot
profile-the-plan-that-it-rests-on = die Planung, auf der es beruht
profile-the-reason = die Begründung
profile-the-reason--in-a-note = die Begründung in einer Anmerkung
profile-what-has-come--with-its-day = was eingetroffen ist, mit dem Tag
profile-what-takes-its-place--or-that-nothing-does = was an seine Stelle tritt, oder dass nichts es tut
profile-who-carries-it-out = wer es umsetzt

## The search.

SEARCH = Suche
SEARCH_LEDE = Alles Öffentliche nach seinen Wörtern: Kennungen, Namen, Titel, Tagesordnungen, Beschlüsse, Texte.
ALL_TITLES = Alle Titel
YEAR = Jahr
ANY_KIND = alle
ANYBODY = alle
open_for_comments_until = offen für Kommentare bis { $day }
open_for_votes_until = offen für Stimmen bis { $day }
open_for_offers_until = offen für Angebote bis { $day }
open_to_be_claimed_until = zu übernehmen bis { $day }
open_for_answers_until = offen für Antworten bis { $day }
all_titles = { ALL_TITLES }
found_corrected = Nichts enthält „{ $word }“: gezeigt wird, was „{ $other }“ enthält.
found_nothing = Nichts gefunden
found_one_record = 1 gefunden
found_partly = Nichts enthält alle diese Wörter: gezeigt wird, was einige enthält.
found_records = { $n } gefunden
found_records_at_least = { $n } gefunden, vielleicht gibt es mehr
found_without = Nichts enthält „{ $words }“: gezeigt wird, was den Rest enthält.
finds = Gefundenes
more_finds = Mehr zeigen
search = { SEARCH }
search_broken = Die Suche konnte nicht geladen werden. Laden Sie die Seite neu und versuchen Sie es noch einmal.
search_for = Suche nach
search_hint = Wörter, Kennungen wie SOW-0003, Namen oder eine Wendung in Anführungszeichen. Die Pfeiltasten führen durch das Gefundene.
search_needs_scripts = Die Suche braucht Skripte, die dieser Browser nicht ausführt. Alles ist nach seinem Titel aufgelistet.
