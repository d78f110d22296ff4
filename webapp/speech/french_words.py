"""How written French is said aloud: short forms, letters, signs, each with its words."""

import re

MONTHS = {
    "janvier": "janv jan",
    "février": "févr fév fevr",
    "mars": "",
    "avril": "avr",
    "mai": "",
    "juin": "",
    "juillet": "juil juill",
    "août": "aout",
    "septembre": "sept",
    "octobre": "oct",
    "novembre": "nov",
    "décembre": "déc dec",
}
DAYS = {
    "lun": "lundi",
    "mar": "mardi",
    "mer": "mercredi",
    "jeu": "jeudi",
    "ven": "vendredi",
    "sam": "samedi",
    "dim": "dimanche",
}
# Short forms, as a pattern, where their capital matters or where something must stand beside them.
SHORT_FORMS = {
    r"\bM\. ?(?=[A-ZÀ-Ý])": "Monsieur ",
    r"\bM\.(?= et )": "Monsieur",
    r"\bMM\. ?(?=[A-ZÀ-Ý])": "Messieurs ",
    r"\bMme\b\.?": "Madame",
    r"\bMmes\b\.?": "Mesdames",
    r"\bMlle\b\.?": "Mademoiselle",
    r"\bDr\b\.?": "Docteur",
    r"\bSt(?=[- ][A-ZÀ-Ý])": "Saint",
    r"\bSte(?=[- ][A-ZÀ-Ý])": "Sainte",
    r"\b[Nn](?:°|º|o\.) ?(?=\d)": "numéro ",
    r"\b[Nn](?:°|º)": "numéro",
    r"\b[Aa]v\. ?(?=[A-ZÀ-Ýdl])": "avenue ",
    r"\b(?:[Bb]d|[Bb]ld|[Bb]lvd|[Bb]oul)\.? (?=[A-ZÀ-Ýdl])": "boulevard ",
    r"\b[Pp]l\. ?(?=[A-ZÀ-Ýdl])": "place ",
    r"\b[Rr]te (?=[A-ZÀ-Ýdl])": "route ",
    r"\b[Ii]mp\. ?(?=[A-ZÀ-Ýdl])": "impasse ",
    r"\b[Cc]h\. ?(?=[A-ZÀ-Ýdl])": "chemin ",
    r"\b[Bb]ât\.?(?= |$)": "bâtiment",
    r"\b(?:[Aa]ppt|[Aa]pt)\.?(?= |$)": "appartement",
    r"\b[Tt]él\.?(?= |:|$)": "téléphone",
    r"\b[Rr]éf\.?(?= |:|$)": "référence",
    r"\b[Ee]nv\. ?(?=\d)": "environ ",
    r"\b[Mm]ax\b\.?": "au maximum",
    r"\b[Mm]in\.(?= |$)": "au minimum",
    r"\b[Ss]em\.": "semaine",
    r"\b(?:[Pp]ar|[Pp]\.) ?ex\.": "par exemple",
    r"\b[Ee]x\. ?(?=:)": "exemple ",
    r"\betc\.?(?=\W|$)": "et cetera",
    r"\b[Cc]\.-à-d\.": "c’est-à-dire",
    r"\b[Cc]f\. ?": "voir ",
    r"\b(?:[Ss]vp|SVP)\b": "s’il vous plaît",
    r"\b(?:RDV|[Rr]dv)\b\.?": "rendez-vous",
    r"\bTTC\b": "toutes taxes comprises",
    r"\bHT\b": "hors taxes",
    r"\b(?:pers)\.": "personnes",
    r"\b[Rr]ens\.": "renseignements",
}
# Letters that are said one by one. Without spaces a voice makes a word of them: CDDI and CDI sound
# alike, SIAE is “sié”.
SPELLED = frozenset(
    re.findall(
        r"\w+",
        "AAH ACI AI APL ASP ASS BEP BP BTS CAP CCAS CDD CDDI CDI CE CPAM CQP CRP CTA CV DDETS EA "
        "EI EITI ETTI FLE GPS HLM IAE JAPD LSF MDPH MSA PDF PLIE PMSMP POEI QR RGAA RH RIS RQTH "
        "RSA SDF SIAE SMS SNCF SST TCL TGV VAE VSL ZA ZAC ZI ZRR QPV FRR URL PC PJ PV BTP HACCP "
        "EDF RER TER CNI ID TH UTC",
    )
)
# Letters that people say as a word.
SAID = {
    "PASS": "passe",
    "CACES": "Cacèsse",
    "CAF": "Caf",
    "SMIC": "smic",
    "RIB": "rib",
    "GEIQ": "jeic",
    "ESAT": "ésat",
    "EHPAD": "épad",
    "AFPA": "Afpa",
    "SIRET": "sirète",
    "SIREN": "sirène",
    "URSSAF": "Urssaf",
    "BAFA": "bafa",
    "SSIAP": "siap",
    "INSEE": "Insé",
    "ROME": "rome",
    "OK": "d’accord",
}
# Signs, once amounts, hours and numbers have taken theirs.
SIGNS = {
    "&": " et ",
    "≥": " au moins ",
    "≤": " au plus ",
    "→": ", ",
    "·": ", ",
    "•": ", ",
    "|": ", ",
    "–": ", ",
    "—": ", ",
    "(": ", ",
    ")": ", ",
    "[": " ",
    "]": " ",
    "{": " ",
    "}": " ",
    "=": " égale ",
    "§": " paragraphe ",
    "°": " degrés ",
    "@": " arobase ",
}
EACH = {  # after a bar, or “par”: “12 €/h”, “26 h/sem.”
    "h": "de l’heure",
    "heure": "de l’heure",
    "j": "par jour",
    "jour": "par jour",
    "sem": "par semaine",
    "semaine": "par semaine",
    "mois": "par mois",
    "an": "par an",
    "km": "du kilomètre",
    "repas": "par repas",
    "nuit": "par nuit",
    "personne": "par personne",
}
# One and several; a pattern, since some are written in two ways.
UNITS = {
    "km/h": ("kilomètre à l’heure", "kilomètres à l’heure"),
    "km": ("kilomètre", "kilomètres"),
    "m²|m2": ("mètre carré", "mètres carrés"),
    "m³|m3": ("mètre cube", "mètres cubes"),
    "cm": ("centimètre", "centimètres"),
    "mm": ("millimètre", "millimètres"),
    "m": ("mètre", "mètres"),
    "kg": ("kilo", "kilos"),
    "g": ("gramme", "grammes"),
    "ko|Ko|kB": ("kilo-octet", "kilo-octets"),
    "Mo|MB": ("méga-octet", "méga-octets"),
    "L|l": ("litre", "litres"),
    "%": ("pour cent", "pour cent"),
    "°C": ("degré", "degrés"),
    "j": ("jour", "jours"),
}
