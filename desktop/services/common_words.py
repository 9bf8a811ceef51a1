"""What people choose when they are asked for a password, the commonest first: a guesser tries these at once.

Written down for this program from what is generally known of leaked passwords, with what lies near at hand
in a Danish job centre. Words below five letters are only the commonest, since others are part of every text.
"""

from __future__ import annotations

_WORDS = """
password passphrase adgangskode kodeord passord adgangssætning hemmelig hemmelighed secret welcome
velkommen letmein admin administrator login logon master default standard guest gæst qwerty qwertyuiop
qwerty123 asdfgh zxcvbn azerty iloveyou jegelskerdig dragon monkey princess sunshine football baseball
superman batman pokemon starwars hello hallo goddag hejsa hello123 test tester testing demo prøve changeme
change ændre bruger username computer internet windows microsoft google facebook samsung iphone android
office outlook excel netværk server system sikkerplan jobcenter jobcentret kommune kommunen københavn
koebenhavn copenhagen danmark denmark aarhus odense aalborg esbjerg randers roskilde nørrebro vesterbro
østerbro amager valby vanløse specialenheden specialenhed beskæftigelse aktivering aktiveringsplan ugeplan
nytteindsats praktik virksomhedspraktik mentorstøtte mentor jobsamtale borger borgere bande bander rocker
rockere politi politiet koordinator konsulent sagsbehandler medarbejder afdeling enheden enhed sikkerhed
sikker sikkert sikkerby fortrolig fortroligt forvaltning borgerservice rådhuset rådhus sommer vinter forår
efterår foraar efteraar summer winter spring autumn january februar januar marts april juni juli august
september oktober november december monday mandag tirsdag onsdag torsdag fredag lørdag søndag friday
sunday weekend ferie påske påskeferie juleferie sommerferie juleaften nytår kaffe coffee cykel fodbold
håndbold brøndby fckøbenhavn liverpool chelsea arsenal barcelona manchester unicorn shadow summer2024
killer hunter ranger jordan michael michelle jennifer thomas charlie andrew daniel jessica matthew joshua
martin anders peter lars morten søren mette camilla christian frederik mikkel rasmus jakob kristian henrik
jesper kasper emilie sofie freja laura ida anna emma maria julie cecilie mathilde katrine familie family
mother mormor morfar farmor farfar skat skatter skattemus kærlighed kærligst elsker dig prinsesse prins
baby babybaby sweetheart lovely angel chocolate chokolade cookie ginger pepper orange banana banan purple
yellow flower blomst rosen hunden katten freedom frihed peace trustno1 whatever nothing something access
access123 security secure private privat nummer number mobil telefon phone account konto keyring nøgle
nøglen vault boks boksen låse åbne åben open opensesame sesam sesame abracadabra abc123 abcabc aaa123 pass
p4ss word work arbejde kontor kontoret arbejdet mand kvinde hjemme house huset dansk danske english
correct horse battery staple correcthorsebatterystaple 123 1234 12345 123456 1234567 12345678 123456789
1234567890 111 000 123123 112233 121212 abc abcd abcdef 321 4321 54321 654321 666666 696969 777777
987654321 1q2w3e 1q2w3e4r q1w2e3r4 qwe asd zxc
"""
COMMON_WORDS = tuple(_WORDS.split())
