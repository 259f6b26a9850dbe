### Alle Wörter der Oberfläche auf Deutsch, mit denselben Namen und Angaben in Klammern wie `en.ftl`.
###
### Aufzeichnungen heißt das Ganze, Eintrag das Einzelne; was niemand eingetragen hat, ist „nicht erfasst“ und nie „nicht vorhanden“.

## The preview of a change.

PREVIEW_CHANGED = Diese Seite wird geändert.
PREVIEW_MOVED = Die Datei dieser Seite wird verschoben.
PREVIEW_NEW = Diese Seite ist neu.
PREVIEW_CHANGES = Was diese Änderung bewirkt
preview_since = der Änderung seit { $revision }
PREVIEW_NOTHING = Die Änderung bewirkt nichts an den Aufzeichnungen.
PREVIEW_RULES = Regeln und Einstellungen
PREVIEW_FOUND = Was sonst gefunden wurde
PREVIEW_FOUND_ALONE = Was gefunden wurde
PREVIEW_UNBLOCKS = Was dadurch weitergehen kann
PREVIEW_HOLDS_UP = Was dadurch aufgehalten wird
PREVIEW_FIXED = Behoben
PREVIEW_FILES = Andere Dateien
FATE_ADDED = neu
FATE_CHANGED = geändert
FATE_MOVED = verschoben
FATE_PUBLISHED = veröffentlicht
FATE_REMOVED = entfernt
FATE_UNPUBLISHED = nicht mehr veröffentlicht
findings_fixed = { $count }, die vorher gefunden wurden. Sie werden nicht wiedergegeben, weil die Änderung etwas zurückhält.

## What a change does to one record, in sentences without a full stop.

FILE_IS_HIDDEN = die Datei ist da, und der Eintrag ist nicht mehr zu sehen
FILE_WAS_HIDDEN = die Datei war schon da, und der Eintrag war nicht zu sehen
NOT_COMPARED = der Kopf der Datei ist weder vor noch nach der Änderung lesbar, daher sind die Angaben nicht verglichen
NOT_COMPARED_AFTER = der Kopf der Datei ist nicht mehr lesbar, daher sind die Angaben nicht verglichen
NOT_COMPARED_BEFORE = der Kopf der Datei war vor der Änderung nicht lesbar, daher sind die Angaben nicht verglichen
REWRITTEN = nur die Schreibweise der Datei ist anders: keine Angabe und kein Wort
address_leads_to = die Adresse führt jetzt zu { $id }
begins_with = Anfang: „{ $text }“
begins_as = beginnt als { $to }: { $verdict }
record_moved = verschoben von { $from } nach { $to }
record_was = bisher { $was }, jetzt { $is }
state_changed = Stand: { $was } → { $is }
state_is = Stand: { $is }
step_judged = { $from } → { $to }: { $verdict }
step_rests_on_it = ein Schritt von { $id } beruht darauf
still_referred_to = noch genannt in { $by }
still_referred_to_and_more = noch genannt in { $by } und { $more } weiteren
VERDICT_IN_ORDER = der Ablauf erlaubt es
VERDICT_INCOMPLETE = den Schritt gibt es im Ablauf, aber was er verlangt, fehlt oder stimmt nicht
VERDICT_NOT_ALLOWED = der Ablauf erlaubt es nicht
VERDICT_NOT_JUDGED = das lässt sich nicht beurteilen
step_lacks = den Schritt gibt es im Ablauf, aber es fehlt: { $what }
NOT_STATED_HERE = (nicht angegeben)

## What becomes of the tasks of a record.

action_closed = Aufgabe erledigt: { $what }
action_due = Aufgabe „{ $what }“: letzter Tag
action_opened = neue Aufgabe: { $what }
action_opened_again = Aufgabe wieder offen: { $what }
action_owner = Aufgabe „{ $what }“: verantwortlich
action_reworded = Aufgabe „{ $was }“ lautet jetzt „{ $is }“
action_taken_out = Aufgabe gestrichen: { $what }
task_until = bis { $day }

## What becomes of the values of a record. What it is comes first: the amount, the vote of somebody.

item_added = { $what } hinzugefügt: { $is }
item_gone = { $what } entfernt
item_removed = { $what } entfernt: { $was }
items_removed = { $what }: { $count } entfernt
order_of = { $what }: Reihenfolge
value_changed = { $what }: von { $was } zu { $is } geändert
value_is_now = { $what }: jetzt { $is }
value_taken_out = { $what }: gestrichen
value_taken_out_was = { $what }: gestrichen, bisher { $was }
value_was = { $what }: bisher { $was }
flag_set = { $what }: { $flag }: ja
flag_not_set = { $what }: { $flag }: nein
part_of = { $list } von { $item }
part_of_nested = { $list } von { $item }
part_leading_to = { $list } zu { $item }
part_in_quotes = { $list } „{ $item }“
part_is = { $part }: ja
part_is_not = { $part }: nein
part_says = { $part }: { $value }
EMPTY_LIST = nichts
SAID_YES = ja
SAID_NO = nein
vote_in_place_of = { $vote }, an Stelle von { $earlier }
vote_stood_in_place_of = { $vote }, bisher an Stelle von { $earlier }

## What others wait for, and what comes next.

can_go_on_to = es kann jetzt weitergehen: { $state }
no_longer_waits_for = { $record }: wartet nicht mehr auf: { $what }
now_waits_for = { $record }: wartet jetzt auf: { $what }
next_with = als Nächstes: { $step } (liegt bei: { $holder })
next_not_before = { $next }; nicht vor dem { $day }
next_with_and_missing = als Nächstes: { $step } (liegt bei: { $holder }); es fehlt: { $missing }
waits_and_ahead = { $waits }; { $ahead }

## What a change does to the rules and the configuration.

less_is_asked = weniger wird verlangt: { $what }
more_is_asked = mehr wird verlangt: { $what }
more_is_asked_reverse = mehr wird verlangt: das Umgekehrte von „{ $what }“
rules_unreadable_before = { $path } war vorher nicht lesbar, daher ist nicht verglichen, was dort verlangt wird
rules_unreadable_now = { $path } ist nicht mehr lesbar, daher ist nicht verglichen, was dort verlangt wird
rules_unreadable_throughout = { $path } ist vorher und nachher nicht lesbar, daher ist nicht verglichen, was dort verlangt wird

## How much a change does, in one line.

fate_added = { $count ->
    [one] 1 Eintrag hinzugefügt
   *[other] { $count } Einträge hinzugefügt
}
fate_changed = { $count ->
    [one] 1 Eintrag geändert
   *[other] { $count } Einträge geändert
}
fate_moved = { $count ->
    [one] 1 Eintrag verschoben
   *[other] { $count } Einträge verschoben
}
fate_published = { $count ->
    [one] 1 Eintrag veröffentlicht
   *[other] { $count } Einträge veröffentlicht
}
fate_removed = { $count ->
    [one] 1 Eintrag entfernt
   *[other] { $count } Einträge entfernt
}
fate_unpublished = { $count ->
    [one] 1 Eintrag nicht mehr veröffentlicht
   *[other] { $count } Einträge nicht mehr veröffentlicht
}
NO_RECORD_TOUCHED = kein Eintrag berührt
NO_NEW_FINDINGS = nichts Neues gefunden
WITHHOLDS_SOMETHING = die Änderung hält etwas zurück, daher wird nichts genannt, was sie herausnimmt
errors_to_resolve = { $count ->
    [one] 1 Fehler zu beheben
   *[other] { $count } Fehler zu beheben
}
findings_were_there = { $count ->
    [one] 1 Befund schon vorher
   *[other] { $count } Befunde schon vorher
}
new_warnings = { $count ->
    [one] 1 neue Warnung
   *[other] { $count } neue Warnungen
}
number_fixed = { $count } behoben
whole_record_moved = die Aufzeichnungen als Ganzes verschoben von { $from } nach { $to }
ROOT_OF_REPOSITORY = der obersten Ebene des Repositorys
ROOT_OF_RECORD = der obersten Ebene der Aufzeichnungen

## The comment on a change, and its page as one file.

ALSO_TOUCHED = Auch berührt
DOES_NOTHING = Nichts.
DOES_TO_THE_RECORD = Was diese Änderung an den Aufzeichnungen bewirkt
FINDINGS_ELSEWHERE = Andere Befunde
FINDINGS_ELSEWHERE_IN_FULL = Andere Befunde im Ganzen
FINDINGS_GONE = Behoben
FILES_BESIDE = Andere Dateien
HOLDS_UP = Aufgehalten wird
MOVED_FOLDERS = Verschobene Ordner
ONLY_REWRITTEN = Nur die Schreibweise ist anders, keine Angabe und kein Wort
PLACES_OF_LESS = Stellen, an denen weniger verlangt wird
PLACES_OF_MORE = Stellen, an denen mehr verlangt wird
RULES_AND_CONFIGURATION = Regeln und Einstellungen
RULES_AND_CONFIGURATION_IN_FULL = Regeln und Einstellungen im Ganzen
COUNTED_ACTIONS = Aufgaben
COUNTED_FINDINGS = Befunde
COUNTED_LINKS = Links
COUNTED_THINGS = Änderungen
TEXT_OF_IT = Text
UNBLOCKS = Weitergehen kann
VALUES_BESIDE = Werte
and_more_of = und { $count } weitere: { $what }
and_more_records = und { $count } weitere Einträge; `candor diff` zeigt sie alle.
change_of_file = { $path }: { $fate }
follow_below = { $count } { $what }; sie folgen unten
found_before = { $level } (schon vor der Änderung)
found_often = { $what }, { $count }-mal
kind_and_fate = { $record } ({ $kind }, { $fate })
records_moved = { $count ->
    [one] 1 Eintrag verschoben von { $from } nach { $to }; die Texte sind, wie sie waren
   *[other] { $count } Einträge verschoben von { $from } nach { $to }; die Texte sind, wie sie waren
}
records_moved_and_are = { $count ->
    [one] 1 Eintrag verschoben von { $from } nach { $to }; jeder war: { $was }, und ist jetzt: { $is }
   *[other] { $count } Einträge verschoben von { $from } nach { $to }; jeder war: { $was }, und ist jetzt: { $is }
}
found_on_each = { $moved }; { $level } bei jedem, wie beim ersten: { $finding }

## What happened to a record or a file, in one word.

fate-added = { FATE_ADDED }
fate-changed = { FATE_CHANGED }
fate-moved = { FATE_MOVED }
fate-published = { FATE_PUBLISHED }
fate-removed = { FATE_REMOVED }
fate-unchanged = unverändert
fate-unpublished = { FATE_UNPUBLISHED }

## What the values of a record are called in the sentences of a change, by their keys: one of them where it is a list.

label-about = Gegenstand
label-acceptance = Abnahmebedingung
label-accepted = Tag der Abnahme
label-actions = Aufgabe
label-admins = Administration
label-affiliation = Zugehörigkeit
label-affiliation-from = Beginn
label-affiliation-to = Ende
label-agenda = Punkt der Tagesordnung
label-agenda-about = Gegenstand
label-agreed_by = Einverständnis
label-agreements = Vereinbarung
label-aliases = andere Schreibweise
label-approval = Zustimmung
label-assignees = Zuweisung
label-at = Beginn
label-award_criteria = Zuschlagskriterium
label-ballot = geheime Abstimmung
label-blocked-link = Verweis zum Stand des Wartens
label-blocked-on = Grund des Wartens
label-blocked-since = Beginn des Wartens
label-by_duty = Zuständigkeit, aufgrund derer entschieden wird
label-cancelled = Grund der Absage
label-cap = Höchstbetrag insgesamt
label-channel = Ort der Beratung
label-closes = letzter Tag der Teilnahme
label-comment-closes = letzter Tag für Stellungnahmen
label-comment-opens = erster Tag für Stellungnahmen
label-confirmed_by = Bestätigung
label-conflicts = Interessenkonflikt
label-consumer = Antwort
label-consumers = Gemeinschaft, die es nutzen würde
label-contacts = Kontakt
label-contract = Vertrag
label-contract-draw = Zahlung
label-contract-ends = Ende
label-contract-event = Schritt eines Vertrags
label-contract-retainer = laufende Vergütung
label-contract-starts = Beginn
label-correction = Berichtigung
label-correction-by = berichtigt von
label-cost-amount = Betrag
label-cost-band = Größenordnung des Betrags
label-cost-by = Beschluss über die Zurückhaltung
label-cost-currency = Währung des Betrags
label-cost-status = Stand der Kosten
label-cost-until = Ende der Zurückhaltung
label-critical = Wichtigkeit
label-date = Tag
label-decided = Tag des Beschlusses
label-decision_mode = übliche Beschlussweise
label-decisions = Beschluss
label-delegated_by = übertragen von
label-depends_on = Abhängigkeit
label-deputies = Vertretung
label-discourse = Konto im Forum
label-dissent = Einwand
label-dissolves_when = Ende der Untergruppe
label-due = Fälligkeit
label-duty = Zuständigkeit
label-duty-since = Beginn
label-duty-until = Ende
label-ends = Ende
label-event = Schritt
label-event-by = unternommen durch
label-event-until = letzter Tag
label-executed = Nachweis der Umsetzung
label-exit_tested = Tag der Ausstiegsprobe
label-expires = letzter Tag zur Übernahme
label-external = Eintrag an anderer Stelle
label-follow_up = Tag der erneuten Nachfrage
label-from = Beginn
label-fulfilled = Erfüllung
label-gdpr_contact = Auskunft zum Datenschutz
label-github = Konto auf GitHub
label-goal = Ziel
label-guests = Gast
label-holders = zuständige Person
label-holds_for = gehalten für
label-invited = Einladung
label-issue = Ort des Anliegens
label-items = Eintrag
label-join = Zugang zur Sitzung
label-lang = Sprache
label-maintainers = Betreuung
label-max = Höchstzahl
label-meets_every = Tage zwischen Sitzungen
label-member = Mitgliedschaft
label-member-from = Beginn
label-member-to = Ende
label-menu = Platz im Menü
label-milestone = Meilenstein
label-min = Mindestzahl
label-minutes = Ort des Protokolls
label-mode = Beschlussweise
label-monthly = Höchstbetrag im Monat
label-next = nächste Sitzung
label-nominated_by = Nominierung
label-not_applicable = Grund, warum niemand nötig ist
label-notice_days = Kündigungsfrist in Tagen
label-offer = Angebot
label-open = offen für alle
label-opened = Tag der Eröffnung
label-opens = Beginn
label-paid = Tag der Zahlung
label-parent = übergeordnete Gruppe
label-present = Teilnahme
label-prices_public_after_days = Tage, bis Preise öffentlich sind
label-proposals = Vorschlag
label-publish_email = Einwilligung, die Adresse zu zeigen
label-published = Tag der Veröffentlichung
label-question = Frage
label-questions_until = letzter Tag für Fragen
label-received = Tag des Eingangs
label-redaction = Schwärzung
label-redaction-by = Beschluss über die Schwärzung
label-redirects = frühere Adresse
label-regrets = Abmeldung
label-responses = Zahl der Antworten
label-reviewed = Tag der letzten Überprüfung
label-rfp = Ausschreibung
label-roles = Aufgabenbereich
label-root_access = Vollzugriff
label-seat = Sitz
label-services = Dienst
label-signed_by = Unterzeichnung
label-slo = Dienstgüte
label-slo-result = Ergebnis
label-sow = Leistungsbeschreibung
label-sows = Leistungsbeschreibung
label-started = Beginn der Arbeit
label-supersedes = ersetzter Beschluss
label-tags = Schlagwort
label-to = Ende
label-type = Art der Gruppe
label-unknown = Grund, warum es nicht bekannt ist
label-url = Adresse
label-vote = Stimme
label-window_days = gemessene Tage
label-withheld = Grund der Zurückhaltung
label-withheld-by = Beschluss über die Zurückhaltung
label-withheld-until = Ende der Zurückhaltung
label-work_item = Arbeitsschritt

## How one item of a list is told, by the key of the list. What stands in brackets is left out where the value in them is not stated;
## what the sentence leaves out follows in parentheses. So it is with the words in the place of a value that is not stated.

item-acceptance = { $id }[: „{ $text }“]
item-affiliation = { $organization }[, ab { $from }][, bis { $to }]
item-agenda = { $title }[, zu { $about }][: „{ $outcome }“]
item-approval = { $person }[, am { $date }]
item-consumer = { $organization }: { $verdict }
item-contract = { $id }[: { $amount }][, ab { $starts }][, bis { $ends }]
item-contract-draw = { $amount }[ am { $date }][, für: { $what }]
item-contract-event = zu { $to }[ am { $date }]
item-correction = „{ $what }“[, am { $date }][, von { $by }]
item-dissent = { $person }[: „{ $text }“]
item-duty = { $area }[: { $holders }]
item-event = zu { $to }[ am { $date }][ durch { $by }]
item-fulfilled = am { $date }
item-goal = [{ $id }: ]{ $title }
item-member = { $person }[, { $role }][, ab { $from }][, bis { $to }]
item-milestone = { $what }[: { $amount }]
item-offer = { $from }[: { $price }]
item-question = „{ $text }“
item-redaction = „{ $what }“[, am { $date }][, laut { $by }]
item-root_access = { $person }[, für: { $holds_for }]
item-seat = { $kind }
item-slo = { $indicator }[ { $objective }]
item-slo-result = { $month }: { $value }
item-vote = { $person }: { $value }[, am { $date }]
item-work_item = { $id }[: { $title }]
gap-unknown = nicht bekannt[ bis { $until }][ laut { $by }] ({ $unknown })
gap-withheld = zurückgehalten[ bis { $until }][ laut { $by }] ({ $withheld })

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
no_meeting_after = Nach dem { $day } ist keine Sitzung erfasst.
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

## What lies in a folder.

FOLDERS = Ordner
FOLDER_TEXTS = Seiten und Einträge
FOLDER_FILES = Dateien
folder_lede = Was im Ordner { $folder } liegt.

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

## What a picture of states shows, for those who do not see it.

PICTURE_THEN = { ", dann " }
picture_ends = Von jedem Stand zu: { $to }.
picture_entered = Erreicht wurden: { $steps }.
picture_leads = Von { $from } zu: { $to }.
picture_now = Der Stand ist jetzt: { $state }.
picture_on_day = { $state } am { $day }
picture_path = { $count }: { $path }.
picture_states = { $count ->
    [one] 1 Stand
   *[other] { $count } Stände
}

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

## Who something is held for, and bounds of values.

HOLDER_BOARD = der Vorstand
HOLDER_CONTRACTOR = der Auftragnehmer
HOLDER_GROUP = die Gruppe
HOLDER_OPERATOR = der Betreiber
HOLDER_WORKING_GROUP = die Arbeitsgruppe
MORE_ELSE = , sonst{" "}
at_least = mindestens { $value }
at_most = höchstens { $value }

## Times, and how long ago they are.

day_and_time = { $day }, { $time }
month_of = { $month } { $year }
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

tasks_without_owner =
    { $tasks ->
        [one] { $tasks } Aufgabe hat noch niemand übernommen
       *[other] { $tasks } Aufgaben hat noch niemand übernommen
    }
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
last_updated_from = Zuletzt geändert: { $day }, Revision { $revision }.
made_from = Erstellt aus der Revision { $revision } der Aufzeichnungen.
members = { MEMBERS }
more_open = { $count } weitere
more_records = Weitere Einträge
last_meeting_named = Letzte angekündigte Sitzung
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

## Keys of the front matter that name no column, as labels.

key-acceptance = Abnahme
key-accepted = Abgenommen
key-affiliation = Zugehörigkeit
key-agreed_by = Zugestimmt haben
key-aliases = Andere Schreibweisen
key-approval = Zustimmung
key-at = Zeitpunkt
key-band = Größenordnung
key-blocked = Blockiert
key-by_duty = Durch Zuständigkeit
key-cancelled = Abgesagt
key-cap = Obergrenze
key-channel = Ort der Beratung
key-claimant = Übernommen von
key-conflict_of_interest = Interessenkonflikt
key-conflicts = Interessenkonflikte
key-consumer = Nutzendes Projekt
key-correction = Berichtigung
key-currency = Währung
key-deadline = Frist
key-decision_mode = Beschlussweise
key-delegated_by = Übertragen von
key-discourse = Discourse
key-dissent = Gegenstimmen
key-draft = Entwurf
key-draw = Abruf
key-due = Fällig
key-email = E-Mail
key-event = Ereignis
key-executed = Umgesetzt
key-exit_tested = Ausstieg erprobt
key-external = Außerhalb
key-follow_up = Weiteres
key-fulfilled = Erfüllt
key-gdpr_contact = Auskunft zum Datenschutz
key-held = Stattgefunden
key-holds_for = Gehalten für
key-horizon = Zeitraum
key-hours_per_month = Stunden im Monat
key-hours_per_week = Stunden in der Woche
key-id = Kennung
key-invited = Eingeladen
key-items = Einzelheiten
key-lang = Sprache
key-lifecycle = Lebenslauf
key-max = Höchstens
key-member = Mitglied
key-menu = Platz im Menü
key-milestone = Meilenstein
key-min = Mindestens
key-minutes = Protokoll
key-mode = Beschlussweise
key-month = Monat
key-monthly = Monatlich
key-name = Name
key-nominated_by = Vorgeschlagen von
key-not_applicable = Nicht zutreffend
key-note = Anmerkung
key-notice_days = Kündigungsfrist in Tagen
key-offer = Angebot
key-on = Am
key-parent = Übergeordnet
key-period = Zeitraum
key-prices_public_after_days = Preise öffentlich nach Tagen
key-proposals = Vorschläge
key-publish_email = E-Mail öffentlich
key-redaction = Schwärzung
key-redirects = Frühere Adressen
key-renewal = Verlängerung
key-responses = Antworten
key-result = Ergebnis
key-rfp = Ausschreibung
key-route_reason = Grund für den Weg
key-secretary = Schriftführung
key-slo = Dienstgüte
key-source = Quelle
key-sow = Leistungsbeschreibung
key-sows = Leistungsbeschreibungen
key-started = Begonnen
key-starts = Beginnt
key-status = Stand
key-summary = Zusammenfassung
key-terminable_at_will = Sofort kündbar
key-text = Text
key-title = Titel
key-to = Bis
key-type = Art
key-unknown = Unbekannt
key-url = Adresse
key-value = Wert
key-verdict = Urteil
key-window_days = Zeitfenster in Tagen
key-work_item = Arbeitsschritt

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
value-approved = bewilligt
value-approves = stimmt zu
value-central = gemeinsame Kasse
value-conference = Konferenz
value-declines = lehnt ab
value-developer-workflow = Arbeitsweise der Entwickelnden
value-estimated = geschätzt
value-extra = zusätzlich
value-group = Gruppe
value-infrastructure = Infrastruktur
value-minor = geringfügig
value-no-opinion = ohne Meinung
value-none = keine
value-quoted = angeboten
value-regular = regelmäßig
value-task = Aufgabe
value-volunteer = Freiwillige

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
profile-the-group-writes-down-the-problem-and-what-a-solution-must-do- = Die Gruppe schreibt das Problem auf und was eine Lösung leisten muss.
profile-the-text-is-public-and-the-community-comments-on-it- = Der Text ist öffentlich, und die Gemeinschaft äußert sich dazu.
profile-what-it-costs-is-known-well-enough-to-choose-a-way- = Die Kosten sind gut genug bekannt, um einen Weg zu wählen.
profile-it-is-settled-who-carries-it-out--volunteers--a-bounty-or-a-contractor- = Es steht fest, wer es umsetzt: Freiwillige, eine Prämie oder ein Auftragnehmer.
profile-it-costs-money--and-the-board-decides-on-the-expenditure- = Es kostet Geld, und der Vorstand beschließt über die Ausgabe.
profile-the-money-is-approved--the-contract-or-the-bounty-is-set-up- = Das Geld ist bewilligt; Vertrag oder Prämie werden vereinbart.
profile-the-work-is-being-done- = Die Arbeit wird getan.
profile-the-work-is-handed-over--and-the-group-looks-at-it- = Die Arbeit ist übergeben, und die Gruppe sieht sie sich an.
profile-the-group-accepts-the-work--what-is-owed-gets-paid- = Die Gruppe nimmt die Arbeit ab; was geschuldet ist, wird gezahlt.
profile-the-work-is-accepted-and-nothing-is-owed- = Die Arbeit ist abgenommen, und nichts ist mehr geschuldet.
profile-the-board-did-not-approve-the-expenditure- = Der Vorstand hat die Ausgabe nicht bewilligt.
profile-the-group-does-not-pursue-it- = Die Gruppe verfolgt es nicht weiter.
profile-somebody-asks-for-a-change--the-group-has-not-looked-at-it-yet- = Jemand bittet um eine Änderung; die Gruppe hat sie noch nicht angesehen.
profile-the-group-knows-what-is-asked-and-for-whom--it-decides-whether-to-move-on-with-it- = Die Gruppe weiß, worum für wen gebeten wird; sie beschließt, ob es weitergeht.
profile-the-group-moves-on-with-it-in-a-statement-of-work- = Die Gruppe verfolgt es in einer Leistungsbeschreibung weiter.
profile-the-group-does-not-move-on-with-it--and-says-why- = Die Gruppe verfolgt es nicht weiter und sagt warum.
profile-whoever-proposed-it-took-it-back- = Wer es vorgeschlagen hat, hat es zurückgenommen.
profile-another-proposal-asks-for-the-same- = Ein anderer Vorschlag will dasselbe.
profile-the-question-is-written-down-and-not-yet-put-to-the-group- = Die Frage ist aufgeschrieben und der Gruppe noch nicht vorgelegt.
profile-the-group-decides- = Die Gruppe entscheidet.
profile-it-is-decided--and-remains-to-be-carried-out- = Es ist beschlossen und noch umzusetzen.
profile-it-is-decided-and-carried-out- = Es ist beschlossen und umgesetzt.
profile-the-group-decided-against-it- = Die Gruppe hat dagegen entschieden.
profile-the-group-did-not-come-to-an-answer- = Die Gruppe kam zu keinem Ergebnis.
profile-the-question-was-taken-back- = Die Frage wurde zurückgenommen.
profile-a-later-decision-takes-its-place- = Ein späterer Beschluss tritt an seine Stelle.
profile-it-is-announced- = Sie ist angekündigt.
profile-it-took-place- = Sie hat stattgefunden.
profile-it-did-not-take-place- = Sie hat nicht stattgefunden.
profile-the-group-writes-the-call-for-offers- = Die Gruppe schreibt die Ausschreibung.
profile-offers-can-be-handed-in-until-the-closing-time- = Angebote können bis zum Fristende eingereicht werden.
profile-no-more-offers-are-taken- = Es werden keine Angebote mehr angenommen.
profile-the-offers-are-compared-by-the-criteria-of-the-call- = Die Angebote werden nach den Kriterien der Ausschreibung verglichen.
profile-one-offer-is-chosen- = Ein Angebot ist ausgewählt.
profile-no-offer-was-chosen- = Kein Angebot wurde ausgewählt.
profile-the-call-was-taken-back- = Die Ausschreibung wurde zurückgenommen.
profile-anyone-in-the-community-can-claim-it- = Alle in der Gemeinschaft können sie übernehmen.
profile-somebody-works-on-it- = Jemand arbeitet daran.
profile-the-work-is-handed-in--and-the-group-looks-at-it- = Die Arbeit ist eingereicht, und die Gruppe sieht sie sich an.
profile-the-group-accepts-the-work--the-reward-gets-paid- = Die Gruppe nimmt die Arbeit ab; die Prämie wird gezahlt.
profile-the-reward-is-paid- = Die Prämie ist gezahlt.
profile-the-time-to-claim-it-passed- = Die Zeit zur Übernahme ist abgelaufen.
profile-the-bounty-was-taken-back- = Die Prämie wurde zurückgenommen.
profile-it-does-not-run-yet- = Es läuft noch nicht.
profile-it-runs--and-nobody-should-rely-on-it- = Es läuft, und niemand sollte sich darauf verlassen.
profile-it-runs--and-people-rely-on-it- = Es läuft, und Menschen verlassen sich darauf.
profile-it-runs--and-those-who-use-it-should-move-on- = Es läuft, und wer es nutzt, sollte wechseln.
profile-it-does-not-run-any-more- = Es läuft nicht mehr.
profile-the-questions-are-being-written- = Die Fragen werden geschrieben.
profile-answers-are-taken- = Antworten werden angenommen.
profile-no-more-answers-are-taken--and-the-results-are-due- = Es werden keine Antworten mehr angenommen, und die Ergebnisse stehen aus.
profile-the-results-are-public- = Die Ergebnisse sind öffentlich.
profile-somebody-offers-something--the-group-has-not-answered-yet- = Jemand bietet etwas an; die Gruppe hat noch nicht geantwortet.
profile-both-sides-agree-on-what-is-given-and-for-what- = Beide Seiten sind sich einig, was wofür gegeben wird.
profile-a-part-of-it-has-come- = Ein Teil davon ist eingetroffen.
profile-all-of-it-has-come- = Alles davon ist eingetroffen.
profile-it-did-not-come--and-nobody-counts-on-it-any-more- = Es kam nicht, und niemand rechnet mehr damit.
profile-the-group-did-not-take-it- = Die Gruppe hat es nicht angenommen.
profile-it-costs-nothing-and-touches-nothing-that-others-rely-on--so-somebody-does-it-without-a-statement-of-work- = Es kostet nichts und berührt nichts, worauf andere angewiesen sind, darum tut es jemand ohne Leistungsbeschreibung.
profile-it-was-done-without-a-statement-of-work- = Es wurde ohne Leistungsbeschreibung getan.
profile-it-is-being-written- = Es wird geschrieben.
profile-its-authors-have-put-it-up-for-others-to-review- = Seine Verfasser haben es anderen zur Prüfung vorgelegt.
profile-it-is-reviewed-for-the-last-time--until-a-day-that-it-names- = Es wird zum letzten Mal geprüft, bis zu einem Tag, den es nennt.
profile-it-is-the-standard- = Es ist der Standard.
profile-it-is-in-force--and-its-text-goes-on-being-kept- = Es gilt, und sein Text wird weiter gepflegt.
profile-nobody-worked-on-it-for-six-months- = Sechs Monate lang hat niemand daran gearbeitet.
profile-its-authors-took-it-back- = Seine Verfasser haben es zurückgenommen.
profile-it-is-kept-in-another-place-now- = Es wird jetzt an einem anderen Ort gepflegt.
profile-somebody-says-what-ghc-needs--the-group-has-not-looked-at-it-yet- = Jemand sagt, was GHC braucht; die Gruppe hat es noch nicht angesehen.
profile-the-group-agrees--a-plan-says-how-it-can-be-met--and-those-who-rely-on-ghc-are-asked- = Die Gruppe stimmt zu, ein Plan sagt, wie es zu schaffen ist, und wer auf GHC angewiesen ist, wird gefragt.
profile-somebody-gives-what-it-takes--and-the-plan-goes-ahead- = Jemand gibt, was nötig ist, und der Plan geht voran.
profile-the-group-does-not-seek-resources-for-it--and-says-why- = Die Gruppe sucht keine Mittel dafür und sagt warum.
profile-whoever-asked-for-it-took-it-back- = Wer darum gebeten hat, hat es zurückgenommen.
profile-another-need-asks-for-the-same- = Ein anderer Bedarf verlangt dasselbe.
profile-somebody-asks-the-community-for-its-opinion-on-a-change- = Jemand fragt die Gemeinschaft nach ihrer Meinung zu einer Änderung.
profile-the-area-team-helps-to-decide--and-has-said-by-when- = Das Bereichsteam hilft beim Entscheiden und hat gesagt, bis wann.
profile-the-area-team-did-not-come-to-an-answer-and-asks-the-project-council- = Das Bereichsteam kam zu keinem Ergebnis und fragt den Projektrat.
profile-the-change-is-accepted--and-the-team-says-what-comes-next- = Die Änderung ist angenommen, und das Team sagt, was als Nächstes kommt.
profile-the-change-is-not-made--and-the-team-says-why- = Die Änderung wird nicht gemacht, und das Team sagt warum.
profile-somebody-asks-for-a-change--the-sub-team-or-project-that-it-is-put-to-reviews-it- = Jemand bittet um eine Änderung; das befragte Teilteam oder Projekt prüft sie.
profile-the-sub-team-approved-it--the-reviewers-of-the-project-look-whether-it-fits-with-the-rest- = Das Teilteam hat zugestimmt; die Prüfenden des Projekts sehen, ob es zum Übrigen passt.
profile-both-have-approved-it--and-the-work-can-go-in- = Beide haben zugestimmt, und die Arbeit kann aufgenommen werden.
profile-it-will-not-go-in--and-the-record-says-why- = Es wird nicht aufgenommen, und der Eintrag sagt warum.
profile-whoever-proposed-it-does-not-pursue-it- = Wer es vorgeschlagen hat, verfolgt es nicht weiter.
profile-somebody-would-like-a-crate-and-writes-down-what-it-is-for- = Jemand wünscht sich ein Paket und schreibt auf, wozu es dient.
profile-the-text-is-on-the-mailing-list--consumers-and-maintainers-answer- = Der Text ist auf der Mailingliste; Nutzende und Betreuende antworten.
profile-enough-maintainers-approve--the-repository-can-be-set-up- = Genügend Betreuende stimmen zu; das Repository kann eingerichtet werden.
profile-the-crate-has-a-repository-and-people-who-look-after-it- = Das Paket hat ein Repository und Menschen, die sich darum kümmern.
profile-the-maintainers-do-not-take-it-in--and-say-why- = Die Betreuung nimmt es nicht auf und sagt warum.
profile-a-question-is-settled-when-members-agree-and-none-objects = eine Frage ist entschieden, wenn Mitglieder zustimmen und niemand widerspricht
profile-all-but-two-members-take-part--however-many-there-are = alle Mitglieder bis auf zwei nehmen teil, wie viele es auch sind
profile-a-question-names-the-day-until-which-members-can-object--and-is-not-settled-before-it = eine Frage nennt den Tag, bis zu dem Mitglieder widersprechen können, und wird nicht vorher entschieden
profile-it-meets-every-two-weeks--and-once-in-four-weeks-at-least = er tagt alle zwei Wochen, mindestens aber alle vier Wochen
profile-minutes-are-public-before-the-next-meeting--so-that-what-they-say-can-be-corrected-there = das Protokoll ist vor der nächsten Sitzung öffentlich, damit es dort berichtigt werden kann
profile-at-most-a-quarter-of-the-members-work-for-one-employer = höchstens ein Viertel der Mitglieder arbeitet für denselben Arbeitgeber
profile-a-proposal-goes-from-draft-over-review-and-last-call-to-final--and-skips-none-of-them = ein Vorschlag geht vom Entwurf über Prüfung und letzte Prüfung zur Endfassung und überspringt nichts davon
profile-the-last-review-has-a-day-on-which-it-ends--which-the-proposal-names = die letzte Prüfung endet an einem Tag, den der Vorschlag nennt
profile-a-final-proposal-is-the-standard--and-is-changed-no-more-but-to-put-mistakes-right = ein endgültiger Vorschlag ist der Standard und wird nur noch geändert, um Fehler zu berichtigen
profile-a-living-proposal-is-never-final--and-its-text-goes-on-being-kept = ein fortgeschriebener Vorschlag wird nie endgültig, und sein Text wird weiter gepflegt
profile-a-proposal-on-which-nobody-works-for-six-months-is-stagnant-until-somebody-takes-it-up-again = ein Vorschlag, an dem sechs Monate lang niemand arbeitet, ruht, bis ihn jemand wieder aufnimmt
profile-what-its-authors-withdrew-stays-withdrawn--and-the-same-idea-is-a-new-proposal = was seine Verfasser zurückgezogen haben, bleibt zurückgezogen, und dieselbe Idee ist ein neuer Vorschlag
profile-the-group-leads-the-operations-of-ghc-s-development--finds-resources-for-them--and-widens-who-owns-them = die Gruppe führt den Betrieb, auf dem die Entwicklung von GHC beruht, findet Mittel dafür und verteilt ihn auf mehr Schultern
profile-more-people-feel-that-they-can-shape-how-ghc-is-developed-and-released = mehr Menschen haben das Gefühl, dass sie mitbestimmen können, wie GHC entwickelt und veröffentlicht wird
profile-what-is-done-with-ghc-is-what-its-users-want = was mit GHC geschieht, ist das, was die Nutzenden wollen
profile-what-ghc-needs-is-identified--and-told-apart--what-is-done-once--and-what-goes-on = was GHC braucht, ist benannt und unterschieden: was einmal getan wird und was laufend zu tun ist
profile-resources-are-sought-on-the-basis-of-project-plans-that-can-be-acted-on = Mittel werden auf der Grundlage von Plänen gesucht, nach denen gehandelt werden kann
profile-problems-are-put-in-new-words-and-broken-into-pieces-until-others-can-take-one = Probleme werden neu gefasst und zerlegt, bis andere ein Stück übernehmen können
profile-partial-commitments-are-followed-up-until-it-is-clear-what-comes-of-them = Teilzusagen werden verfolgt, bis klar ist, was aus ihnen wird
profile-the-load-on-any-single-contributor-is-small--and-nobody-is-a-single-point-of-failure = die Last jeder einzelnen Person ist gering, und niemand ist unersetzlich
profile-the-community-does-not-depend-on-a-very-small-number-of-supporters = die Gemeinschaft hängt nicht von sehr wenigen Unterstützern ab
profile-who-contributes-gives-time--money-or-machines--to-a-central-fund-or-for-a-task-of-their-choice = wer beiträgt, gibt Zeit, Geld oder Maschinen, für eine gemeinsame Kasse oder für eine Aufgabe eigener Wahl
profile-donors-have-reason-to-believe-that-their-money-is-well-spent = Geldgeber haben Grund zu glauben, dass ihr Geld gut verwendet wird
profile-a-discussion-that-has-stalled-is-brought-up-again = eine Beratung, die ins Stocken geraten ist, wird wieder aufgenommen
profile-work-for-which-somebody-is-sought-is-listed--and-a-deputy-takes-charge-of-some-of-it = Arbeit, für die jemand gesucht wird, ist aufgelistet, und eine Vertretung kümmert sich um einen Teil davon
profile-everybody-can-see-how-far-a-plan-is = alle können sehen, wie weit ein Plan ist
profile-what-waits-for-somebody-outside-says-for-whom--since-when--and-where-that-can-be-followed = was auf jemanden außerhalb wartet, sagt auf wen, seit wann und wo es zu verfolgen ist
profile-who-supports-ghc-is-known = es ist bekannt, wer GHC unterstützt
profile-the-group-works-out-how-maintenance--support--builds-and-releases-can-be-sustained = die Gruppe erarbeitet, wie Pflege, Unterstützung, Erstellung und Veröffentlichung auf Dauer gesichert werden
profile-a-team-chooses-from-among-its-members-a-secretary--who-takes-the-notes--and-a-chair--who-leads-the-meetings-and-speaks-for-it-in-the-council = ein Team wählt aus seiner Mitte eine Schriftführung, die das Protokoll führt, und einen Vorsitz, der die Sitzungen leitet und es im Rat vertritt
profile-a-team-keeps-the-list-of-those-who-maintain-its-area-complete-and-up-to-date = ein Team hält die Liste derer, die seinen Bereich betreuen, vollständig und aktuell
profile-a-team-helps-others-to-decide--looks-for-common-ground-and-steers-no-direction-of-its-own = ein Team hilft anderen beim Entscheiden, sucht das Gemeinsame und gibt selbst keine Richtung vor
profile-the-agenda-of-a-meeting-collects-the-rfcs-that-are-open--and-comes-early-enough-for-those-concerned-to-be-there = die Tagesordnung einer Sitzung sammelt die offenen RFCs und kommt so früh, dass Betroffene dabei sein können
profile-a-team-seeks-consensus-and--where-there-is-none--settles-the-matter-itself-or-asks-the-council = ein Team sucht Konsens, und wo es keinen gibt, entscheidet es selbst oder fragt den Rat
profile-a-team-that-does-not-come-to-an-answer-can-put-the-matter-to-the-project-council = ein Team, das zu keinem Ergebnis kommt, kann die Sache dem Projektrat vorlegen
profile-what-a-team-decided-stands--until-it-takes-the-matter-up-again-or-two-thirds-of-the-council-overrule-it = was ein Team entschieden hat, gilt, bis es die Sache wieder aufnimmt oder zwei Drittel des Rates es überstimmen
profile-a-team-tells-the-public-until-when-a-matter-is-discussed-and-decided--since-a-quick-no-beats-an-endless-maybe = ein Team sagt öffentlich, bis wann eine Sache beraten und entschieden wird, denn ein schnelles Nein ist besser als ein endloses Vielleicht
profile-communication-is-public-and-does-not-need-everybody-at-the-same-hour = die Verständigung ist öffentlich und verlangt nicht alle zur selben Stunde
profile-members-of-the-github-organization-with-a-public-address-may-vote = Mitglieder der GitHub-Organisation mit öffentlicher Adresse dürfen wählen
profile-a-team-has-an-odd-number-of-members--three-to-nine = ein Team hat eine ungerade Zahl von Mitgliedern, drei bis neun
profile-the-voting-contributors-elect-the-members--from-those-who-stand-for-it = die Wahlberechtigten wählen die Mitglieder aus denen, die sich zur Wahl stellen
profile-a-term-lasts-a-year-and-begins-on-the-first-monday-in-march = eine Amtszeit dauert ein Jahr und beginnt am ersten Montag im März
profile-nobody-serves-in-two-area-teams = niemand gehört zwei Bereichsteams an
profile-nominations-from-the-second-monday-in-january--a-vote-of-two-weeks-from-the-fourth--and-the-result-within-two-days = Vorschläge ab dem zweiten Montag im Januar, zwei Wochen Wahl ab dem vierten und das Ergebnis binnen zwei Tagen
profile-a-team-can-grow-up-to-nine-by-majority-and-fill-the-new-seats--and-shrinks-when-too-few-people-stand = ein Team kann mit Mehrheit auf bis zu neun wachsen und die neuen Sitze besetzen, und es schrumpft, wenn zu wenige sich zur Wahl stellen
profile-a-team-looks-early-for-people-who-could-follow--and-cares-for-diversity = ein Team sieht sich früh nach Menschen um, die folgen könnten, und achtet auf Vielfalt
profile-members-may-leave-at-any-time--after-90-days-of-absence-the-others-may-vote-a-seat-vacant--and-fill-it-for-the-rest-of-the-term = Mitglieder können jederzeit gehen; nach 90 Tagen Abwesenheit können die anderen einen Sitz für frei erklären und ihn für den Rest der Amtszeit besetzen
profile-the-chairs-of-the-area-teams-are-the-council = die Vorsitzenden der Bereichsteams sind der Rat
profile-the-council-cares-for-the-health-of-project-and-community--for-matters-that-no-team-covers--and-decides-as-a-last-resort = der Rat sorgt sich um das Wohl von Projekt und Gemeinschaft, um Fragen, für die kein Team zuständig ist, und entscheidet in letzter Instanz
profile-the-council-chooses-its-chair--a-secretary-and-a-liaison-to-the-llvm-foundation = der Rat wählt einen Vorsitz, eine Schriftführung und eine Verbindung zur LLVM Foundation
profile-nobody-sits-in-the-council-for-more-than-two-terms-in-a-row--unless-their-team-has-nobody-else = niemand sitzt länger als zwei Amtszeiten in Folge im Rat, es sei denn, das Team hat sonst niemanden
profile-the-council-forms-a-team-by-majority--changes-or-ends-one-only-with-the-word-of-its-chair--and-tells-the-public-why = der Rat bildet ein Team mit Mehrheit, ändert oder beendet eines nur mit Zustimmung des Vorsitzes und nennt öffentlich die Gründe
profile-once-a-year--before-the-election--the-council-asks-what-works-and-reports-on-it = einmal im Jahr, vor der Wahl, fragt der Rat, was gut läuft, und berichtet darüber
profile-rules-of-governance-change-by-public-proposals--which-the-council-reviews = Regeln der Selbstverwaltung ändern sich durch öffentliche Vorschläge, die der Rat prüft
profile-the-code-of-conduct-holds-for-every-body--and-its-committee-can-exclude-somebody-from-taking-part = der Verhaltenskodex gilt für jedes Gremium, und sein Ausschuss kann jemanden von der Teilnahme ausschließen
profile-an-employer-gives-nobody-a-privilege = ein Arbeitgeber verschafft niemandem ein Vorrecht
profile-teams-and-council-meet-in-public-on-days-that-are-known--the-infrastructure-team-every-two-weeks-and-the-council-once-a-month--and-may-cancel = Teams und Rat tagen öffentlich an bekannten Tagen, das Infrastrukturteam alle zwei Wochen und der Rat einmal im Monat, und dürfen Sitzungen absagen
profile-the-notes-are-public--without-what-has-to-stay-confidential = die Protokolle sind öffentlich, ohne das, was vertraulich bleiben muss
profile-the-foundation-owns-accounts-and-domains-and-has-the-last-word-on-money-and-law = der Stiftung gehören Konten und Domains, und sie hat das letzte Wort über Geld und Recht
profile-whoever-wants-a-change--contractors-included--proposes-it-by-an-issue = wer eine Änderung will, auch ein Auftragnehmer, schlägt sie als Anliegen vor
profile-the-group-chooses-which-proposals-it-moves-on-with = die Gruppe wählt aus, welche Vorschläge sie weiterverfolgt
profile-a-small-group-comes-to-quick-decisions-on-small-changes = eine kleine Gruppe kommt bei kleinen Änderungen zu schnellen Entscheidungen
profile-the-group-writes-a-statement-of-work--and-always-as-an-answer-to-proposals = die Gruppe schreibt eine Leistungsbeschreibung, und immer als Antwort auf Vorschläge
profile-a-statement-of-work-has-its-parts--problem--work-mode--skills--requirements-of-both-sorts--work-items--acceptance-criteria--service-levels = eine Leistungsbeschreibung hat ihre Teile: Problem, Arbeitsweise, Fähigkeiten, Anforderungen beider Arten, Arbeitsschritte, Abnahmebedingungen, Dienstgüte
profile-the-community-sees-the-text-and-speaks-on-it-before-it-is-costed = die Gemeinschaft sieht den Text und äußert sich dazu, bevor Kosten geschätzt werden
profile-there-is-time-to-object-before-a-decision-stands--and-everybody-knows-until-when = es ist Zeit zum Widerspruch, bevor ein Beschluss gilt, und alle wissen bis wann
profile-the-way-is-chosen-once-the-work-and-what-it-costs-are-clear = der Weg wird gewählt, sobald die Arbeit und ihre Kosten klar sind
profile-the-group-decides-who-carries-it-out--by-the-sort-of-the-work-and-the-service-it-needs = die Gruppe beschließt, wer es umsetzt, nach der Art der Arbeit und der nötigen Dienstgüte
profile-what-costs-money-is-proposed-to-the-board = was Geld kostet, wird dem Vorstand vorgeschlagen
profile-how-a-request-for-proposal-goes-is-worked-out-before-the-first-one = wie eine Ausschreibung abläuft, wird vor der ersten ausgearbeitet
profile-no-contract-comes-about-without-a-request-for-proposal-to-several-companies = kein Vertrag kommt ohne eine Ausschreibung an mehrere Unternehmen zustande
profile-a-request-goes-to-a-group-of-contractors = eine Ausschreibung geht an mehrere Auftragnehmer
profile-the-group-writes-the-requests-and-sets-the-order-of-the-services--the-contractor-does-the-work = die Gruppe schreibt die Ausschreibungen und legt die Reihenfolge der Dienste fest; der Auftragnehmer tut die Arbeit
profile-the-board-decides-on-the-expenditure-before-a-contract-is-made = der Vorstand beschließt über die Ausgabe, bevor ein Vertrag geschlossen wird
profile-the-foundation-makes-the-contracts-and-pays = die Stiftung schließt die Verträge und zahlt
profile-the-group-works-with-whoever-carries-it-out--day-by-day = die Gruppe arbeitet Tag für Tag mit denen zusammen, die es umsetzen
profile-the-group-accepts-the-work-by-its-criteria = die Gruppe nimmt die Arbeit nach ihren Bedingungen ab
profile-payments-are-authorised-with-the-treasurer--after-the-work-was-accepted = Zahlungen werden mit der Kasse freigegeben, nachdem die Arbeit abgenommen ist
profile-a-matter-may-end-at-every-step--and-says-why = eine Sache kann bei jedem Schritt enden und sagt warum
profile-a-text-may-go-back-for-another-round--until-a-contract-is-signed = ein Text kann in eine weitere Runde gehen, bis ein Vertrag unterzeichnet ist
profile-all-of-it-is-open--so-what-shows-it-is-within-reach = alles davon ist offen, und was es zeigt, ist damit zugänglich
profile-members-of-the-community-can-take-a-statement-of-work-over--and-the-contractor-helps-them = Mitglieder der Gemeinschaft können eine Leistungsbeschreibung übernehmen, und der Auftragnehmer hilft ihnen
profile-what-others-rely-on-changes-only-with-the-agreement-of-the-group--and-of-the-contractor-where-one-runs-it = worauf andere angewiesen sind, ändert sich nur mit Zustimmung der Gruppe und, wo ein Auftragnehmer es betreibt, auch der seinen
profile-most-of-the-work-is-done-by-others-than-the-group = die meiste Arbeit tun andere als die Gruppe
profile-a-contractor-s-service-has-agreed-levels--availability--response-time--recovery-time--requests-under-the-gdpr = für den Dienst eines Auftragnehmers ist die Güte vereinbart: Verfügbarkeit, Reaktionszeit, Wiederherstellungszeit, Auskunft nach der DSGVO
profile-a-contractor-is-for-what-is-very-large--or-what-nobody-else-was-found-for = ein Auftragnehmer ist für das, was sehr groß ist oder wofür sich sonst niemand gefunden hat
profile-a-bounty-is-for-those-whom-nobody-else-pays-for-the-work = eine Prämie ist für die, denen sonst niemand die Arbeit bezahlt
profile-the-group-looks-after-a-list-of-areas = die Gruppe kümmert sich um eine Liste von Bereichen
profile-a-member-has-about-four-hours-a-week--the-chair-about-eight = ein Mitglied hat etwa vier Stunden in der Woche, der Vorsitz etwa acht
profile-the-members-come-from-all-over-the-community = die Mitglieder kommen aus der ganzen Gemeinschaft
profile-who-the-members-are--and-how-they-are-reached--is-public = wer die Mitglieder sind und wie sie zu erreichen sind, ist öffentlich
profile-the-backlog-has-a-lasting-place = die Liste dessen, was zu tun ist, hat einen dauerhaften Ort
profile-the-group-is-judged-by-stability--by-how-well-people-can-work--and-by-what-they-say-in-surveys = die Gruppe wird daran gemessen, wie stabil alles läuft, wie gut sich arbeiten lässt und was in Umfragen gesagt wird
profile-every-tool-has-an-agreed-level-of-service = für jedes Werkzeug ist die Dienstgüte vereinbart
profile-the-group-owns-and-administers-the-tools--also-those-that-a-contractor-runs = die Werkzeuge gehören der Gruppe und werden von ihr administriert, auch die, die ein Auftragnehmer betreibt
profile-the-board-decides-what-is-handed-over-to-a-contractor = der Vorstand beschließt, was an einen Auftragnehmer übergeben wird
profile-tools-are-added--replaced-and-given-up-with-the-board-s-agreement = Werkzeuge werden mit Zustimmung des Vorstands eingeführt, ersetzt und aufgegeben
profile-the-community-approves-what-changes-how-developers-work--the-rest-the-group-decides = die Gemeinschaft stimmt dem zu, was die Arbeit der Entwickelnden ändert; das Übrige beschließt die Gruppe
profile-about-five-members-from-the-community-and-two-from-the-board = etwa fünf Mitglieder aus der Gemeinschaft und zwei aus dem Vorstand
profile-one-member-is-the-chair--puts-the-group-s-case-to-the-board--and-has-a-part-in-the-budget = ein Mitglied hat den Vorsitz, vertritt die Anliegen der Gruppe vor dem Vorstand und wirkt am Haushalt mit
profile-the-community-proposes-members-and-the-board-appoints-them--the-group-proposes-its-chair-and-the-board-confirms = die Gemeinschaft schlägt Mitglieder vor, und der Vorstand ernennt sie; die Gruppe schlägt ihren Vorsitz vor, und der Vorstand bestätigt ihn
profile-the-group-meets-once-a-quarter-at-least--every-two-weeks-at-first--once-a-month-in-the-long-run = die Gruppe tagt mindestens einmal im Vierteljahr: zuerst alle zwei Wochen, auf Dauer einmal im Monat
profile-the-group-meets-at-the-two-conferences-of-a-year--where-that-is-possible = die Gruppe trifft sich auf den zwei Konferenzen des Jahres, wo das möglich ist
profile-its-topics-are-those-of-the-next-six-to-twelve-months = ihre Themen sind die der nächsten sechs bis zwölf Monate
profile-at-a-conference-the-group-presents-the-last-six-months-and-the-next-six = auf einer Konferenz stellt die Gruppe die letzten und die nächsten sechs Monate vor
profile-the-chair-leads-the-meetings = der Vorsitz leitet die Sitzungen
profile-contracts--offers-and-prices-are-not-discussed-in-public-while-they-are-open = über Verträge, Angebote und Preise wird nicht öffentlich beraten, solange sie offen sind
profile-bidders-know-that-prices-become-public-thirty-days-later--and-then-they-do = Anbieter wissen, dass Preise dreißig Tage später öffentlich werden, und dann werden sie es
profile-discussions-and-decisions-are-written-and-wait-for-nobody--as-far-as-possible = Beratungen und Beschlüsse sind schriftlich und warten auf niemanden, so weit das möglich ist
profile-a-simple-majority-decides--until-the-group-chose-consensus = eine einfache Mehrheit entscheidet, bis die Gruppe sich für Konsens entschied
profile-what-nobody-is-against-is-decided--by-a--1-of-each-who-agrees-in-the-mail-thread--which-is-what-counts-as-the-record = beschlossen ist, wogegen niemand ist, durch ein +1 aller Zustimmenden im E-Mail-Thema, das als Beleg gilt
profile-a-meeting-with-one-participant-decides-nothing = eine Sitzung mit nur einer Person beschließt nichts
profile-a-contractor-documents-in-public-the-systems-and-the-statements-of-work-that-it-answers-for = ein Auftragnehmer dokumentiert öffentlich die Systeme und die Leistungsbeschreibungen, für die er verantwortlich ist
profile-the-group-can-part-with-a-contractor-at-once-and-without-harm--and-every-contract-says-so = die Gruppe kann sich von einem Auftragnehmer sofort und ohne Schaden trennen, und jeder Vertrag sagt das
profile-for-a-bounty-too-the-group-sets-out-the-work-and-accepts-the-results = auch für eine Prämie schreibt die Gruppe die Arbeit aus und nimmt die Ergebnisse ab
profile-what-there-is--why--and-who-looks-after-it-is-public--for-each-service = was es gibt, warum und wer sich darum kümmert, ist öffentlich, für jeden Dienst
profile-service-levels-are-measured--and-something-follows-where-they-are-missed = die Dienstgüte wird gemessen, und es folgt etwas, wo sie verfehlt wird
profile-the-board-gets-a-short-report-for-its-meetings = der Vorstand bekommt einen kurzen Bericht zu seinen Sitzungen
profile-each-project-that-is-under-way-reports-every-two-weeks--by-somebody-who-is-named = über jedes laufende Vorhaben berichtet alle zwei Wochen jemand, der benannt ist
profile-a-document-names-its-author--its-state-and-its-date--and-leaves-none-of-it-empty = ein Dokument nennt Verfasser, Stand und Datum und lässt nichts davon leer
profile-nothing-is-published-with-a-placeholder-in-it = nichts wird mit einem Platzhalter darin veröffentlicht
profile-minutes-hold-the-agenda--who-took-part-and-what-came-of-it--and-are-looked-at-before-they-are-published = ein Protokoll enthält die Tagesordnung, die Teilnehmenden und die Ergebnisse und wird vor der Veröffentlichung durchgesehen
profile-one-member-of-the-group-and-one-of-the-board-have-root-access--at-all-times = ein Mitglied der Gruppe und eines des Vorstands haben jederzeit Vollzugriff
profile-money-for-a-trial-comes-with-a-way-to-tell-what-it-brought = zu Geld für einen Versuch gehört, woran zu erkennen ist, was er gebracht hat
profile-a-sub-group-has-members--reports-to-the-group--and-ends-with-its-task = eine Untergruppe hat Mitglieder, berichtet der Gruppe und endet mit ihrer Aufgabe
profile-a-decision-that-was-announced-for-a-day-is-taken-by-then = ein Beschluss, der für einen Tag angekündigt ist, wird bis dahin gefasst
profile-what-makes-no-progress-leaves-the-board--and-is-not-forgotten = was nicht vorankommt, verlässt die Tafel und wird nicht vergessen
profile-the-group-s-repository-holds-its-record-and-no-tools = das Repository der Gruppe enthält ihre Aufzeichnungen und keine Werkzeuge
profile-the-work-lies-on-many--and-not-on-the-board-alone = die Arbeit liegt bei vielen und nicht beim Vorstand allein
profile-a-meeting-that-does-not-take-place-is-announced--with-the-reason = fällt eine Sitzung aus, wird das mit dem Grund angekündigt
profile-there-is-one-list-of-duties--and-every-project-names-somebody-for-each = es gibt eine Liste von Zuständigkeiten, und jedes Projekt nennt jemanden für jede davon
profile-the-list-holds-releases--priorities--bugs--communication--the-gate--logistics--common-libraries--security--documentation-and-tests = die Liste enthält Veröffentlichungen, Vorrang, Fehler, Kommunikation, die Aufnahmeprüfung, Organisatorisches, gemeinsame Bibliotheken, Sicherheit, Dokumentation und Tests
profile-one-person-may-have-several-duties--and-some-had-three-or-four-at-once = eine Person kann mehrere Zuständigkeiten haben, und manche hatten drei oder vier auf einmal
profile-the-lead-may-keep-some-of-the-duties = die Leitung kann einige der Zuständigkeiten behalten
profile-a-duty-is-handed-over-formally--or-the-lead-stays-answerable-for-it = eine Zuständigkeit wird förmlich übertragen, sonst bleibt die Leitung verantwortlich
profile-whoever-has-release-management-signs-a-release-off-without-asking-the-lead = wer für Veröffentlichungen zuständig ist, gibt eine Veröffentlichung frei, ohne die Leitung zu fragen
profile-the-lead-has-the-last-word-where-the-others-are-deadlocked--and-gives-the-reason = die Leitung hat das letzte Wort, wo die anderen nicht weiterkommen, und nennt den Grund
profile-a-last-word-that-is-there-lets-everybody-else-agree-by-silence = ein letztes Wort, das es gibt, lässt alle anderen durch Schweigen zustimmen
profile-the-lead-chooses-where-several-want-the-same-duty = die Leitung wählt aus, wo mehrere dieselbe Zuständigkeit wollen
profile-nobody-is-so-alone-in-a-duty-that-there-is-no-successor = niemand ist mit einer Zuständigkeit so allein, dass es keine Nachfolge gibt
profile-who-has-which-role-is-open-for-everybody-to-see = wer welche Aufgabe hat, ist für alle zu sehen
profile-each-project-decides-which-duties-it-needs--and-says-why-it-needs-nobody-for-one = jedes Projekt entscheidet, welche Zuständigkeiten es braucht, und sagt, warum es für eine niemanden braucht
profile-the-sub-team-approves-first--and-the-reviewers-of-the-project-give-the-final-approval = das Teilteam stimmt zuerst zu, und die Prüfenden des Projekts geben die letzte Zustimmung
profile-the-leads-of-the-parts-of-a-large-project-form-a-council--which-its-lead-chairs = die Leitungen der Teile eines großen Projekts bilden einen Rat, dem dessen Leitung vorsitzt
profile-whoever-has-a-duty-is-not-called-by-the-word-of-the-proposal--but-a-liaison-or-a-lead = wer eine Zuständigkeit hat, heißt nicht so, wie der Vorschlag es wollte, sondern Verbindung oder Leitung
profile-there-is-somebody-to-go-to-for-a-vulnerability--for-the-gate-and-for-a-release = es gibt jemanden, an den man sich wegen einer Schwachstelle, der Aufnahmeprüfung und einer Veröffentlichung wenden kann
profile-the-lead-and-those-who-have-the-duties-drive-the-project-together = die Leitung und die Zuständigen bringen das Projekt gemeinsam voran
profile-the-work-of-whoever-has-a-duty-is-recognized = die Arbeit der Zuständigen wird anerkannt
profile-those-who-have-the-same-duty-in-different-projects-share-what-works = wer in verschiedenen Projekten dieselbe Zuständigkeit hat, teilt, was sich bewährt
profile-the-leads-of-all-projects-meet-for-a-day-or-two-in-every-cycle = die Leitungen aller Projekte treffen sich in jedem Zyklus für ein oder zwei Tage
profile-around-five-people-maintain-the-project-as-a-whole = etwa fünf Personen betreuen das Projekt als Ganzes
profile-the-maintainers-have-different-backgrounds-and-employers = die Betreuenden kommen aus verschiedenen Umfeldern und von verschiedenen Arbeitgebern
profile-a-new-crate-needs-the-approval-of-three-maintainers-or-more = ein neues Paket braucht die Zustimmung von mindestens drei Betreuenden
profile-what-is-approved-is-the-text-as-it-is-after-its-last-change-of-substance = zugestimmt wird dem Text, wie er nach seiner letzten inhaltlichen Änderung ist
profile-different-stakeholders-have-a-look--so-the-approvals-come-from-two-employers-or-more = verschiedene Beteiligte sehen es sich an, die Zustimmungen kommen also von mindestens zwei Arbeitgebern
profile-more-than-one-of-the-communities-that-would-use-the-crate--such-as-qemu--crosvm--kata-containers-or-firecracker--approves-it = mehr als eine der Gemeinschaften, die das Paket nutzen würden, etwa QEMU, crosvm, Kata Containers oder Firecracker, stimmt zu
profile-an-idea-from-a-call-becomes-a-written-proposal-where-everybody-can-answer--before-it-is-approved = eine Idee aus einer Besprechung wird ein schriftlicher Vorschlag, auf den alle antworten können, bevor ihr zugestimmt wird
profile-people-get-enough-time-to-read-a-proposal-and-to-say-what-they-think = alle bekommen genug Zeit, einen Vorschlag zu lesen und zu sagen, was sie denken
profile-calls-leave-people-out--so-nothing-is-settled-in-a-call-alone = Besprechungen schließen manche aus, darum wird in einer Besprechung allein nichts entschieden
profile-each-crate-has-people-of-its-own-who-look-after-it--so-that-the-maintainers-of-the-project-are-no-bottleneck = für jedes Paket gibt es eigene Betreuende, damit die des Projekts kein Engpass sind
profile-who-takes-part-says-for-whom-they-work-and-what-interest-they-have = wer teilnimmt, sagt, für wen er arbeitet und welche Interessen er hat
profile-the-way-of-a-crate-is-written-down--so-that-newcomers-know-what-to-expect = der Weg eines Pakets ist aufgeschrieben, damit Neue wissen, was sie erwartet
profile-a-young-community-takes-on-no-more-process-than-its-problems-ask-for = eine junge Gemeinschaft gibt sich nicht mehr Verfahren, als ihre Probleme verlangen
profile-a-proposal-can-be-given-up-by-whoever-made-it = ein Vorschlag kann von denen aufgegeben werden, die ihn gemacht haben
profile-elsewhere--work-younger-than-a-year-or-a-proof-of-concept-is-as-a-rule-not-taken-in = anderswo wird Arbeit, die jünger als ein Jahr oder nur ein Versuch ist, in der Regel nicht aufgenommen
profile-whether-a-description-of-the-process-is-good-enough--the-group-judges--the-steps-of-a-call-follow-this-profile- = Ob die Beschreibung eines Ablaufs gut genug ist, beurteilt die Gruppe; die Schritte einer Ausschreibung folgen diesen Regeln.
profile-the-order-of-the-services-is-the-group-s-judgement--the-roadmap-shows-it- = Die Reihenfolge der Dienste beurteilt die Gruppe; die Planung zeigt sie.
profile-working-together-leaves-little-trace--what-shows-is-whether-the-matter-moves- = Zusammenarbeit hinterlässt wenig Spuren; zu sehen ist, ob die Sache vorankommt.
profile-whether-help-was-asked-for-and-given--the-two-know--the-record-shows-who-took-the-work-over- = Ob um Hilfe gebeten und ob sie gegeben wurde, wissen die beiden; die Aufzeichnungen zeigen, wer die Arbeit übernommen hat.
profile-no-share-is-named--the-list-of-statements-of-work-shows-who-carried-out-each- = Kein Anteil ist genannt; die Liste der Leistungsbeschreibungen zeigt, wer jede umgesetzt hat.
profile-hours-are-offered--not-measured--the-group-s-page-shows-what-each-member-offers- = Stunden werden angeboten, nicht gemessen; die Seite der Gruppe zeigt, was jedes Mitglied anbietet.
profile-no-share-is-named-that-would-be-too-much--the-group-s-page-shows-where-its-members-work- = Kein Anteil ist genannt, der zu viel wäre; die Seite der Gruppe zeigt, wo ihre Mitglieder arbeiten.
profile-where-the-backlog-lies-is-the-group-s-choice--what-moved-is-found-where-a-number-means-two-things- = Wo die Liste liegt, entscheidet die Gruppe; was umgezogen ist, fällt auf, wo eine Nummer zweierlei bedeutet.
profile-a-missing-level-is-found-for-the-services-on-which-much-depends--whether-another-one-needs-a-level--its-owner-and-the-group-settle- = Eine fehlende Dienstgüte fällt bei den Diensten auf, von denen viel abhängt; ob ein anderer eine braucht, klären der Verantwortliche und die Gruppe.
profile-how-many-have-to-answer-beyond-two--no-source-says--whether-silence-means-yes--whoever-closes-the-thread-judges- = Wie viele über zwei hinaus antworten müssen, sagt keine Quelle: ob Schweigen ein Ja ist, beurteilt, wer das Thema schließt.
profile-the-reports-are-comments-in-the-tracker--the-statement-of-work-names-who-does-the-work--and-stalled-ones-are-found- = Die Berichte sind Kommentare zum Anliegen; die Leistungsbeschreibung nennt, wer die Arbeit tut, und was ins Stocken gerät, fällt auf.
profile-what-counts-as-a-benefit--the-group-says-in-the-acceptance-criteria--a-criterion-without-evidence-is-found- = Was als Nutzen gilt, sagt die Gruppe in den Abnahmebedingungen; eine Bedingung ohne Nachweis fällt auf.
profile-what-is-a-tool-and-what-is-a-document--a-reviewer-sees--files-that-would-run-in-a-browser-are-found- = Was ein Werkzeug ist und was ein Dokument, sehen die Prüfenden; Dateien, die im Browser ablaufen würden, fallen auf.
profile-whether-an-objection-names-harm-to-the-project--and-not-a-taste--the-council-talks-it-through-before-it-counts- = Ob ein Einwand einen Schaden für das Projekt nennt und nicht nur Geschmack, bespricht der Rat, bevor er zählt.
profile-whether-a-proposal-is-one-that-is-meant-to-be-kept-up--the-editors-agree-on-it-before-it-becomes-one- = Ob ein Vorschlag einer ist, der gepflegt werden soll: darüber einigen sich die Redigierenden, bevor er einer wird.
profile-where-the-days-of-the-steps-are-not-known--nobody-is-told-of-it--editors-look-through-the-oldest-drafts- = Wo die Tage der Schritte nicht bekannt sind, erfährt es niemand: die Redigierenden sehen die ältesten Entwürfe durch.
profile-whether-a-group-leads-is-seen-in-its-work--the-site-shows-what-it-decided--who-does-what--and-who-gives- = Ob eine Gruppe führt, zeigt sich an ihrer Arbeit; die Website zeigt, was sie beschlossen hat, wer was tut und wer gibt.
profile-a-feeling-is-not-in-the-files--the-pages-of-people-and-duties-show-how-many-share-the-work--and-since-when- = Ein Gefühl steht nicht in den Dateien. Die Seiten der Personen und Zuständigkeiten zeigen, wie viele sich die Arbeit teilen und seit wann.
profile-only-the-users-can-say--each-need-names-who-asked-for-it-and-where-that-can-be-read- = Das können nur die Nutzenden sagen. Jeder Bedarf nennt, wer darum gebeten hat und wo das nachzulesen ist.
profile-how-a-problem-is-cut-is-a-matter-of-judgement--each-plan-shows-its-pieces--and-who-has-them- = Wie ein Problem zerlegt wird, ist Ermessenssache. Jeder Plan zeigt seine Teile und wer sie hat.
profile-whether-a-case-convinces-is-for-the-donor-to-say--the-rule-holds-that-each-is-told-what-came-of-the-gift- = Ob etwas überzeugt, sagt der Geldgeber. Die Regel sorgt dafür, dass alle erfahren, was aus ihrer Gabe wurde.
profile-how-far-a-plan-is-needs-no-verdict--its-page--and-each-record-that-rests-on-it--shows-the-goals-that-are-done-and-all-of-them- = Wie weit ein Plan ist, braucht kein Urteil: seine Seite und jeder Eintrag, der auf ihm beruht, zeigen die erreichten Ziele und alle.
profile-a-list-needs-no-verdict--the-page-of-each-organization-shows-what-it-pledged-and-where-that-stands- = Eine Liste braucht kein Urteil: die Seite jeder Organisation zeigt, was sie zugesagt hat und wie es damit steht.
profile-whether-a-model-lasts-is-seen-in-years--the-plan-for-it-is-a-roadmap-like-any-other--held-by-the-rules-on-plans- = Ob ein Modell trägt, zeigt sich in Jahren. Der Plan dafür ist eine Planung wie jede andere und unterliegt den Regeln für Pläne.
profile-whether-a-maintainer-is-willing--the-role-is-voluntary--and-each-accepts-it-or-gives-it-up- = Ob jemand zur Betreuung bereit ist: die Aufgabe ist freiwillig, und alle nehmen sie an oder geben sie auf.
profile-nothing-in-a-record-shows-how-somebody-mediates--the-page-of-each-rfc-shows-what-the-team-did-and-when- = Nichts in den Aufzeichnungen zeigt, wie jemand vermittelt; die Seite jedes RFC zeigt, was das Team wann getan hat.
profile-how-early-is-early-enough-depends-on-the-matter--the-agenda-shows-since-when-it-was-public-in-the-history-of-the-file- = Wie früh früh genug ist, hängt von der Sache ab; seit wann die Tagesordnung öffentlich war, zeigt die Geschichte der Datei.
profile-formal-consensus-is-no-aim--which-concerns-may-stay-open-is-for-the-team-to-weigh--and-the-dissent-stays-on-record- = Förmlicher Konsens ist nicht das Ziel: welche Bedenken offen bleiben dürfen, wägt das Team ab, und der Widerspruch bleibt festgehalten.
profile-whether-the-council-s-reasons-outweigh-the-team-s--the-two-thirds-judge--their-votes-are-counted-by--mode----supermajority--- = Ob die Gründe des Rates schwerer wiegen als die des Teams, beurteilen die zwei Drittel; ihre Stimmen werden entsprechend gezählt.
profile-the-values-are-aims--the-text-says-that-people-may-fall-short-of-them- = Die Werte sind Ziele; der Text sagt, dass Menschen hinter ihnen zurückbleiben können.
profile-the-list-of-voters-is-made-from-accounts-and-holds-mail-addresses--so-it-is-no-part-of-a-public-record- = Die Liste der Wahlberechtigten entsteht aus Konten und enthält E-Mail-Adressen, darum gehört sie nicht zu öffentlichen Aufzeichnungen.
profile-who-stood-and-whether-they-may-is-told-in-the-thread-of-the-nominations--the-ballot-is-secret- = Wer sich zur Wahl stellte und ob es erlaubt war, steht im Thema der Vorschläge; die Wahl ist geheim.
profile-the-mondays-move--notices-and-reminders-go-out-by-mail--whoever-runs-the-election-keeps-the-calendar--its-two-weeks-and-its-two-days--a-vote-that-ends-before-its-announced-day-is-found- = Die Montage verschieben sich, Ankündigungen und Erinnerungen gehen per E-Mail hinaus: wer die Wahl durchführt, hält den Kalender, die zwei Wochen und die zwei Tage ein. Eine Wahl, die vor ihrem angekündigten Tag endet, fällt auf.
profile-with-fewer-than-three-candidates-the-council-looks-for-members-or-ends-the-team--that-is-its-choice- = Bei weniger als drei Kandidierenden sucht der Rat Mitglieder oder beendet das Team; das ist seine Wahl.
profile-talks-with-people-who-may-stand-one-day-are-not-public- = Gespräche mit Menschen, die sich einmal zur Wahl stellen könnten, sind nicht öffentlich.
profile-whether-to-vote-on-somebody-s-seat-is-for-the-others-to-weigh--the-finding-only-says-that-they-may- = Ob über einen Sitz abgestimmt wird, wägen die anderen ab; der Hinweis sagt nur, dass sie es dürfen.
profile-a-record-holds-the-teams-that-its-authors-look-after--not-all-of-them--the-pages-of-the-teams-and-the-council-show-who-is-which- = Die Aufzeichnungen enthalten die Teams, um die sich ihre Verfasser kümmern, nicht alle; die Seiten der Teams und des Rates zeigen, wer wer ist.
profile-what-is-good-for-a-community-is-no-field-of-a-record- = Was gut für eine Gemeinschaft ist, ist keine Angabe eines Eintrags.
profile-the-council-may-make-an-exception--the-page-of-a-person-shows-their-terms-as-lines-in-time- = Der Rat darf eine Ausnahme machen; die Seite einer Person zeigt ihre Amtszeiten als Linien in der Zeit.
profile-the-word-of-the-chair-concerned--and-the-code-of-conduct-committee-where-it-is-refused--are-told-in-the-text-of-the-decision- = Die Zustimmung des betroffenen Vorsitzes, und des Ausschusses für den Verhaltenskodex, wo sie verweigert wird, steht im Text des Beschlusses.
profile-the-council-writes-it-for-the-whole-project--a-team-s-record-links-to-it- = Der Rat schreibt ihn für das ganze Projekt; der Eintrag eines Teams verweist darauf.
profile-those-proposals-live-in-the-repository-of-the-web-site--and-are-not-matters-of-one-team- = Diese Vorschläge liegen im Repository der Website und sind keine Sache eines einzelnen Teams.
profile-reports-are-confidential--what-comes-of-one-is-the-committee-s-to-publish- = Meldungen sind vertraulich; was aus einer wird, veröffentlicht der Ausschuss.
profile-the-texts-set-no-limit-on-how-many-come-from-one-employer--the-page-of-each-vote-shows-the-affiliations-of-that-day- = Die Texte begrenzen nicht, wie viele von einem Arbeitgeber kommen; die Seite jeder Abstimmung zeigt die Zugehörigkeiten an jenem Tag.
profile-meetings-behind-closed-doors-are-allowed-for-deliberation--and-leave-no-record-here- = Sitzungen hinter verschlossenen Türen sind zur Beratung erlaubt und hinterlassen hier keinen Eintrag.
profile-what-is-confidential--the-secretary-decides-before-the-notes-are-published- = Was vertraulich ist, entscheidet die Schriftführung, bevor das Protokoll veröffentlicht wird.
profile-how-its-board-comes-to-a-decision-follows-its-bylaws-and-is-not-told-here- = Wie ihr Vorstand zu einem Beschluss kommt, richtet sich nach ihrer Satzung und steht hier nicht.
profile-a-project-may-need-a-duty-that-the-list-does-not-have--it-adds-one-of-its-own--and-nobody-but-the-project-can-tell- = Ein Projekt kann eine Zuständigkeit brauchen, die in der Liste fehlt; es fügt eine eigene hinzu, und nur das Projekt kann das beurteilen.
profile-a-sign-off-that-is-not-recorded-shows-only-in-the-release-itself- = Eine Freigabe, die nicht erfasst ist, zeigt sich nur in der Veröffentlichung selbst.
profile-whether-people-find-it-is-for-the-community-to-say--the-page-of-each-project-shows-its-duties--holders-and-deputies--and-the-chairs-that-nobody-sits-on- = Ob man sie findet, sagt die Gemeinschaft. Die Seite jedes Projekts zeigt seine Zuständigkeiten, wer sie hat, wer vertritt und welche Stühle leer sind.
profile-whether-the-reason-is-good-is-for-the-other-projects-to-judge- = Ob der Grund gut ist, beurteilen die anderen Projekte.
profile-it-was-put-as-a-later-step--for-projects-that-grow-so-far--nothing-in-the-record-tells-when-that-is- = Es war als späterer Schritt gedacht, für Projekte, die so weit wachsen; nichts in den Aufzeichnungen sagt, wann das ist.
profile-whether-somebody-answers-there-is-seen-only-by-those-who-write- = Ob dort jemand antwortet, sehen nur die, die schreiben.
profile-driving-together-shows-in-the-work--the-page-of-each-project-names-all-of-them-in-one-place- = Gemeinsames Vorankommen zeigt sich an der Arbeit. Die Seite jedes Projekts nennt alle an einem Ort.
profile-recognition-is-given-by-people--the-page-of-each-person-names-the-duties--since-when--and-what-they-allow- = Anerkennung geben Menschen. Die Seite jeder Person nennt die Zuständigkeiten, seit wann, und was sie erlauben.
profile-they-do-so-on-the-list-and-in-rooms--nothing-of-it-has-to-be-recorded- = Das geschieht auf der Liste und in Räumen; nichts davon muss erfasst werden.
profile-it-was-put-as-another-way-to-help-the-leads--and-asks-for-a-date-and-for-money--not-for-a-rule- = Es war als anderer Weg gedacht, den Leitungen zu helfen, und verlangt einen Termin und Geld, keine Regel.
profile-backgrounds-other-than-the-employer-are-not-on-record--whoever-proposes-a-maintainer-looks-at-them- = Anderes als der Arbeitgeber ist nicht erfasst; wer jemanden zur Betreuung vorschlägt, achtet darauf.
profile-which-change-is-one-of-substance--whoever-makes-it-says-so-by-an-event--and-reviewers-tell-them-when-they-forget- = Welche Änderung inhaltlich ist: wer sie macht, hält es fest, und die Prüfenden erinnern daran, wenn es vergessen wird.
profile-whether-the-work-is-really-spread--the-page-of-each-crate-names-its-maintainers--and-the-page-of-each-person-what-they-look-after- = Ob die Arbeit wirklich verteilt ist: die Seite jedes Pakets nennt, wer es betreut, und die Seite jeder Person, worum sie sich kümmert.
profile-interests-other-than-an-employer-are-stated-in-the-text-of-the-approval-or-the-mail- = Andere Interessen als die eines Arbeitgebers stehen im Text der Zustimmung oder der E-Mail.
profile-whether-newcomers-understand-it--the-site-draws-the-states-of-a-crate-proposal-and-says-at-each-one-what-is-missing- = Ob Neue es verstehen; die Website zeichnet die Stände eines Paketvorschlags und sagt bei jedem, was fehlt.
profile-how-strict-it-is--the-maintainers-set-the-level-of-each-rule-in--candor-toml---and-the-site-lists-the-levels- = Wie streng es ist: die Betreuenden legen die Stufe jeder Regel fest, und die Website listet die Stufen auf.
profile-whether-to-ask-for-it-at-all--the-thread-tells-it-of-others--so-the-rule-is-off-until-the-maintainers-turn-it-on- = Ob überhaupt danach gefragt wird: das Thema erzählt es von anderen, darum ist die Regel aus, bis die Betreuenden sie einschalten.
profile-the-council = der Rat
profile-the-chair-of-the-council = der Vorsitz des Rats
profile-the-chair-of-the-area-team = der Vorsitz des Bereichsteams
profile-a-council = Rat
profile-a-working-group = Arbeitsgruppe
profile-review = in Prüfung
profile-last-call = letzte Prüfung
profile-final = endgültig
profile-living = fortgeschrieben
profile-stagnant = ruht
profile-moved = verlegt
profile-rfc = RFC
profile-rfcs = RFCs
profile-somebody-proposes-it = jemand schlägt es vor
profile-its-authors-put-it-up-for-review = seine Verfasser legen es zur Prüfung vor
profile-the-last-review-begins = die letzte Prüfung beginnt
profile-it-becomes-the-standard = es wird zum Standard
profile-it-needs-changes-that-others-have-to-review = es braucht Änderungen, die andere prüfen müssen
profile-it-is-in-force-and-goes-on-being-kept = es gilt und wird weiter gepflegt
profile-nobody-worked-on-it-for-six-months = sechs Monate lang hat niemand daran gearbeitet
profile-somebody-takes-it-up-again = jemand nimmt es wieder auf
profile-somebody-takes-it-up-again-where-it-was = jemand nimmt es dort wieder auf, wo es war
profile-its-authors-take-it-back = seine Verfasser nehmen es zurück
profile-it-moves-to-where-its-sort-of-proposal-is-kept = es zieht dorthin um, wo Vorschläge seiner Art gepflegt werden
profile-the-maintainer-of-the-group = die Betreuung der Gruppe
profile-the-lead-of-the-group = die Leitung der Gruppe
profile-the-maintainer-of-the-project = die Betreuung des Projekts
profile-the-lead-of-the-project = die Leitung des Projekts
profile-the-voting-contributors = die Wahlberechtigten
profile-the-reason-for-a-contractor = der Grund für einen Auftragnehmer
profile-the-agreement-of-the-working-group--and-of-the-contractor-where-one-runs-it--as-others-rely-on-what-it-touches = die Zustimmung der Arbeitsgruppe und, wo ein Auftragnehmer es betreibt, auch dessen, da andere darauf angewiesen sind
profile-an-awarded-request-for-proposal = eine Ausschreibung mit Zuschlag
profile-the-signed-contract = der unterzeichnete Vertrag
profile-a-claimed-bounty = eine übernommene Prämie
profile-a-link-that-shows-the-treasurer-s-authorisation-of-the-payment = eine Fundstelle, die die Freigabe der Zahlung durch die Kasse zeigt
profile-a-decision-of-the-community--whose-way-of-working-it-changes = ein Beschluss der Gemeinschaft, deren Arbeitsweise es ändert
profile-a-statement-that-it-touches-nothing-that-others-rely-on = die Angabe, dass es nichts berührt, worauf andere angewiesen sind
profile-an-impact-on-which-the-community-need-not-decide = eine Auswirkung, über die die Gemeinschaft nicht beschließen muss
profile-a-link-to-the-thread-in-which-a-member-of-the-group-agreed = ein Verweis auf das Thema, in dem ein Mitglied der Gruppe zugestimmt hat
profile-at-least-two-invited-bidders--or-a-call-that-is-open-to-all = mindestens zwei eingeladene Anbieter oder eine Ausschreibung, die allen offensteht
profile-a-statement-of-the-claimant-on-other-pay-for-the-same-work = die Angabe, ob dieselbe Arbeit auch anderswo bezahlt wird
profile-the-last-day-of-the-last-call = der letzte Tag der letzten Prüfung
profile-the-end-of-the-last-call = das Ende der letzten Prüfung
profile-what-it-is-for--the-central-fund-or-a-task = wofür es ist, für die gemeinsame Kasse oder für eine Aufgabe
profile-the-task-that-it-is-for = die Aufgabe, für die es ist
profile-the-amount = der Betrag
profile-the-hours-a-month = die Stunden im Monat
profile-the-day-from-which-the-team-looks-at-it = der Tag, ab dem das Team es sich ansieht
profile-a-decision-of-the-area-team-to-take-it-up-again-or-one-of-two-thirds-of-the-project-council = ein Beschluss des Bereichsteams, es wieder aufzunehmen, oder einer von zwei Dritteln des Projektrats
profile-the-sub-team-or-project-that-it-is-put-to = das befragte Teilteam oder Projekt
profile-the-approval-of-a-reviewer-of-the-group-that-it-is-put-to--in-this-round = die Zustimmung von jemandem, der für die befragte Gruppe prüft, in dieser Runde
profile-the-approval-of-a-reviewer-of-the-project--after-that-of-the-sub-team = die Zustimmung von jemandem, der für das Projekt prüft, nach der des Teilteams
profile-a-link-to-the-thread-on-the-list = ein Verweis auf das Thema auf der Liste
profile-the-approval-of-at-least-two-consuming-communities = die Zustimmung von mindestens zwei Gemeinschaften, die es nutzen
profile-somebody-who-looks-after-the-crate = jemand, der sich um das Paket kümmert
profile-it-costs-nothing = es kostet nichts
profile-the-call-is-open-to-all = die Ausschreibung steht allen offen
profile-it-is-for-the-central-fund = es ist für die gemeinsame Kasse
profile-it-touches-nothing-that-others-rely-on = es berührt nichts, worauf andere angewiesen sind
profile-source-code-repository = Quelltextverwaltung
profile-bug-tracker = Fehlerverfolgung
profile-build-servers = Build-Server
profile-web-sites = Websites
profile-build-system = Build-System
profile-code-review = Code-Prüfung
profile-mailing-lists = Mailinglisten
profile-internet-forum = Internetforum
profile-chat = Chat
profile-documentation = Dokumentation
profile-continuous-integration = fortlaufende Integration
profile-releases = Veröffentlichungen
profile-resources = Mittel
profile-release-management = Veröffentlichungen
profile-prioritization = Vorrang
profile-bugs = Fehler
profile-communication = Kommunikation
profile-gate = Aufnahmeprüfung
profile-logistics = Organisatorisches
profile-oslo = gemeinsame Bibliotheken
profile-security = Sicherheit
profile-quality-assurance = Qualitätssicherung
profile-keeps-the-builds-running--and-talks-to-those-who-host-them = hält die Builds am Laufen und spricht mit denen, die sie beherbergen
profile-brings-a-release-out-on-the-day-that-was-announced = bringt eine Veröffentlichung am angekündigten Tag heraus
profile-asks-those-who-rely-on-ghc-for-time--money-and-machines--and-follows-up-what-they-promise = bittet die, die auf GHC angewiesen sind, um Zeit, Geld und Maschinen und verfolgt ihre Zusagen
profile-speaks-with-the-release-team--and-signs-off-what-is-released = spricht mit denen, die veröffentlichen, und gibt Veröffentlichungen frei
profile-says-what-is-worked-on-first-in-this-cycle = sagt, woran in diesem Zyklus zuerst gearbeitet wird
profile-sees-that-bugs-are-triaged--assigned-and-completed = achtet darauf, dass Fehler gesichtet, zugewiesen und behoben werden
profile-tells-others-what-is-planned-and-what-is-done = sagt anderen, was geplant und was getan ist
profile-is-the-first-to-be-told-when-the-gate-is-broken--and-gets-it-fixed = erfährt als Erstes, wenn die Aufnahmeprüfung nicht läuft, und lässt sie richten
profile-runs-the-meetings-and-organizes-the-sprints = leitet die Sitzungen und organisiert die Sprints
profile-brings-the-common-libraries-into-the-project--and-its-needs-to-them = bringt die gemeinsamen Bibliotheken ins Projekt und dessen Bedürfnisse zu ihnen
profile-is-there-for-those-who-handle-vulnerabilities--and-gets-the-holes-closed = ist für die da, die Schwachstellen bearbeiten, und lässt die Lücken schließen
profile-sees-that-what-changes-is-written-up-for-those-who-use-it = achtet darauf, dass für die Nutzenden beschrieben wird, was sich ändert
profile-keeps-the-integration-tests-in-step-with-the-project = hält die Integrationstests auf dem Stand des Projekts

## Sentences on what a profile asks for. What stands in their gaps is found by the pattern of the same name in English.

said-comment =
    Zu einer Leistungsbeschreibung kann sich die Öffentlichkeit { $count ->
        [one] einen Tag lang
       *[other] { $count } Tage lang
    } äußern
said-prices-public =
    Preise werden { $count ->
        [one] einen Tag
       *[other] { $count } Tage
    } nach dem Zuschlag öffentlich
said-least-admins =
    Jeden Dienst { $count ->
        [one] kann mindestens eine Person
       *[other] können mindestens { $count } Personen
    } administrieren
said-stalled =
    Ein Eintrag, für den { $count ->
        [one] einen Tag
       *[other] { $count } Tage
    } lang kein Schritt erfasst ist, gilt als ins Stocken geraten, wo sein Stand keine andere Frist nennt
said-service-levels = Für einen Dienst, den ein Auftragnehmer betreibt, ist die Dienstgüte in jeder dieser Hinsichten vereinbart: { $sorts }
said-root-holders = Vollzugriff hat jemand für: { $bodies }
said-signers = Verträge unterzeichnet: { $bodies }
said-exit-plan = Die Seite eines Auftragnehmers sagt, wie man sich von ihm trennt
said-requests-since = Einem Vertrag, der am { $day } oder später beginnt, geht eine Ausschreibung voraus
said-terminable = Jeder Vertrag ist sofort kündbar
said-reason-for-each-way = Jeder Weg hat einen Grund: die Art der Arbeit und die nötige Dienstgüte
said-contractor-documents = Ein Auftragnehmer dokumentiert öffentlich, was er betreibt
said-owned-by-group = Dienste gehören der Gruppe oder Menschen, die für sie verantwortlich sind, und keinem Unternehmen
said-before-contract-ends =
    Was folgt, steht { $count ->
        [one] einen Tag
       *[other] { $count } Tage
    } vor dem Ende eines Vertrags fest
said-exit-tried =
    Der Ausstieg aus einem Vertrag wird mindestens { $count ->
        [one] täglich
       *[other] alle { $count } Tage
    } erprobt
said-result-age =
    Das letzte Ergebnis einer Dienstgüte ist höchstens { $count ->
        [one] einen Tag
       *[other] { $count } Tage
    } alt
said-entry-review =
    Der Eintrag eines Dienstes wird mindestens { $count ->
        [one] täglich
       *[other] alle { $count } Tage
    } durchgesehen
said-minutes-after =
    Das Protokoll ist { $count ->
        [one] einen Tag
       *[other] { $count } Tage
    } nach der Sitzung öffentlich
said-minutes-before-next = Das Protokoll ist öffentlich, bevor die Gruppe wieder tagt
said-carried-out-within =
    Ein Beschluss wird binnen { $count ->
        [one] einem Tag
       *[other] { $count } Tagen
    } umgesetzt
said-money-lapses =
    Bewilligtes Geld, das { $count ->
        [one] einen Tag
       *[other] { $count } Tage
    } lang niemand verwendet hat, wird erneut beantragt
said-most-held = Niemand hat mehr als { $number } offene Aufgaben und Vorhaben
said-roadmap-ahead =
    Eine Planung umfasst mindestens { $count ->
        [one] den nächsten Tag
       *[other] die nächsten { $count } Tage
    }
said-survey-every =
    Mindestens { $count ->
        [one] täglich
       *[other] alle { $count } Tage
    } gibt es eine Umfrage
said-survey-results =
    Die Ergebnisse einer Umfrage sind { $count ->
        [one] einen Tag
       *[other] { $count } Tage
    } nach ihrem Ende öffentlich
said-donor-share = Höchstens { $number } % des Zugesagten kommen von einem Geldgeber
said-donor-told =
    Ein Geldgeber erfährt { $count ->
        [one] einen Tag
       *[other] { $count } Tage
    } nach der Erfüllung, was aus seiner Zusage wurde
said-project-age =
    Arbeit ist mindestens { $count ->
        [one] einen Tag
       *[other] { $count } Tage
    } alt, bevor sie eingebracht wird
said-deadline =
    Binnen { $count ->
        [one] einem Tag
       *[other] { $count } Tagen
    } nach dem letzten Tag für Stellungnahmen oder Stimmen wird gesagt, was daraus wurde
said-blocked =
    Was länger als { $count ->
        [one] einen Tag
       *[other] { $count } Tage
    } blockiert ist, nennt einen Ort, an dem das zu verfolgen ist
said-final-say-within =
    Wer das letzte Wort hat, klärt binnen { $count ->
        [one] einem Tag
       *[other] { $count } Tagen
    }, was die anderen offen lassen
said-donor-share-counts =
    Im Anteil eines Geldgebers zählt eine Zusage noch { $count ->
        [one] einen Tag
       *[other] { $count } Tage
    }, nachdem sie eingetroffen ist
said-absent =
    Ein Mitglied, das { $count ->
        [one] eine Sitzung
       *[other] { $count } Sitzungen in Folge
    } unentschuldigt fehlt, wird gefragt
said-carried-over =
    Kein Punkt steht { $count ->
        [one] auf einer Tagesordnung
       *[other] auf { $count } Tagesordnungen in Folge
    }, ohne dass etwas geschieht
said-conference-report-within =
    Der Bericht für eine Konferenz erscheint höchstens { $count ->
        [one] einen Tag
       *[other] { $count } Tage
    } vor oder nach ihr
said-meeting-moved =
    Eine Sitzung, die um höchstens { $count ->
        [one] einen Tag
       *[other] { $count } Tage
    } verschoben wird, ist die angekündigte
said-reports = Berichte sind fällig: { $facts }
said-report-every =
    { $audience } { $count ->
        [one] täglich
       *[other] alle { $count } Tage
    }
said-terms = Die Gruppe sagt { $terms }
said-term = „{ $preferred_title }“ statt „{ $avoided_title }“
said-scope = Das Aufgabengebiet der Gruppe: { $areas }
said-members-bounds = Mitglieder: { $facts }
said-most-members =
    Höchstens { $count ->
        [one] ein Mitglied
       *[other] { $count } Mitglieder
    }
said-odd-members = Die Zahl der Mitglieder ist ungerade
said-exclusive = Niemand gehört zwei Gruppen dieser Art zugleich an
said-absence =
    Nach { $count ->
        [one] einem Tag
       *[other] { $count } Tagen
    } ohne Teilnahme kann ein Sitz für frei erklärt werden
said-final-say = Was die anderen offen lassen, klärt: { $role }
said-in-person =
    { $count ->
        [one] Ein Treffen
       *[other] { $count } Treffen
    } vor Ort im Jahr, wo das möglich ist
said-from-one-organization = Höchstens { $number } % der Mitglieder kommen von einer Organisation
said-duty-delegation = Zu einer Zuständigkeit ist gesagt, seit wann jemand sie hat und von wem sie übertragen wurde
said-duty-deputies = Jede Zuständigkeit hat eine Vertretung, oder sie endet zu einem Tag
said-duty-spread = Die Leitung gibt mindestens eine Zuständigkeit an jemand anderen
said-most-duties =
    Niemand hat mehr als { $count ->
        [one] eine Zuständigkeit
       *[other] { $count } Zuständigkeiten
    }
said-led-by = Die Sitzungen leitet: { $role }
said-led-by-either = Die Sitzungen leitet: { $role } oder { $other_role }
said-conference-report = Zu einer Sitzung auf einer Konferenz gehört ein Bericht über die vergangenen und die nächsten Monate
said-duty = Die Zuständigkeit „{ $duty }“ hat jemand, oder es ist gesagt, warum niemand
said-duty-with-meaning = Die Zuständigkeit „{ $duty }“ hat jemand, oder es ist gesagt, warum niemand: { $meaning }
said-duty-with-contact = Die Zuständigkeit „{ $duty }“ hat jemand, der erreichbar ist, oder es ist gesagt, warum niemand
said-duty-with-contact-and-meaning = Die Zuständigkeit „{ $duty }“ hat jemand, der erreichbar ist, oder es ist gesagt, warum niemand: { $meaning }
said-seats-of-sort = Sitze ({ $sort }): { $facts }
said-seats-usually = Sitze ({ $sort }): { $facts }
said-seats-open = Sitze ({ $sort })
said-role = { $role }: { $facts }
said-exactly = genau { $number }
said-between = { $least_number } bis { $most_number }
said-at-least = mindestens { $number }
said-at-most = höchstens { $number }
said-usually = üblich { $number }
said-delegated = von dort entsandt
said-nominated = Vorschlag: { $body }
said-confirmed = Bestätigung: { $body }
said-filled-between = Nachbesetzung: { $body }
said-for-at-most =
    höchstens { $count ->
        [one] einen Tag
       *[other] { $count } Tage
    } lang
said-hours-a-week =
    etwa { $count ->
        [one] eine Stunde
       *[other] { $count } Stunden
    } in der Woche
said-decided-by = Beschlossen wird durch { $mode }
said-take-part =
    mindestens { $count ->
        [one] ein Mitglied nimmt
       *[other] { $count } Mitglieder nehmen
    } teil
said-all-but-take-part = alle Mitglieder bis auf { $number } nehmen teil
said-no-answer = wo es kein Ergebnis gibt, durch { $mode }
said-vote-links = zu jeder Stimme gehört ein Verweis darauf, wo sie abgegeben wurde
said-meets-every-and-at-most =
    Getagt wird { $count ->
        [one] täglich
       *[other] alle { $count } Tage
    }, und nie liegen mehr als { $most_count ->
        [one] ein Tag
       *[other] { $most_count } Tage
    } dazwischen
said-meets-every =
    Getagt wird { $count ->
        [one] täglich
       *[other] alle { $count } Tage
    }
said-meets-at-most =
    Zwischen den Sitzungen { $count ->
        [one] liegt nie mehr als ein Tag
       *[other] liegen nie mehr als { $count } Tage
    }
said-meets = Es wird getagt
said-since = seit dem { $day }
said-before = vor dem { $day }
said-from-and-before = ab dem { $day } und vor dem { $end_day }
said-since-what = Seit dem { $day }: { $what }
said-before-what = Vor dem { $day }: { $what }
said-from-and-before-what = Ab dem { $day } und vor dem { $end_day }: { $what }
said-need-since = { $need } (seit dem { $day })
said-unless-given = { $need }, außer wenn angegeben ist: { $field }
said-unless-field = { $need }, außer bei { $field }: { $values }
said-unless = { $need }, es sei denn, { $exception }
said-section = der Abschnitt „{ $title }“
said-to-comment =
    { $count ->
        [one] 1 Tag
       *[other] { $count } Tage
    } Zeit für die Gemeinschaft, sich zu äußern
said-people-to-comment =
    { $count ->
        [one] 1 Tag
       *[other] { $count } Tage
    } Zeit, sich zu äußern
said-days-after =
    { $count ->
        [one] 1 Tag
       *[other] { $count } Tage
    } danach: { $field }
said-field = Angabe: { $field }
said-link-to-field = ein Verweis: { $field }
said-decision-of = ein Beschluss ({ $body })
said-decision-that-ended = { $need } mit dem Ergebnis „{ $outcome }“
said-approvals =
    { $count ->
        [one] 1 Zustimmung
       *[other] { $count } Zustimmungen
    } von: { $body }
said-approvals-from =
    { $count ->
        [one] 1 Zustimmung
       *[other] { $count } Zustimmungen
    } (von: { $body }) aus mindestens { $from_count ->
        [one] einer Organisation
       *[other] { $from_count } Organisationen
    }
said-decides = { $body } beschließt
said-quorum =
    die nötige Beteiligung (bisher { $count ->
        [one] 1 Stimme
       *[other] { $count } Stimmen
    }; { $number } müssen teilnehmen)
said-no-votes = Stimmen (keine ist erfasst)
said-agreement-of = die Zustimmung von: { $bodies }
said-agreement-with-contractors = die Zustimmung von: { $bodies }; auch jedes Auftragnehmers, der betreibt, was es berührt

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
