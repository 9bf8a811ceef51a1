<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Sikkerplan</source>
        <translation>Om Sikkerplan</translation>
    </message>
    <message>
        <source>Sikkerplan</source>
        <translation>Sikkerplan</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Plans the activation week of a special unit, with rivals kept apart as a hard rule.</source>
        <translation>Planlægger aktiveringsugen i en specialenhed, hvor rivaler altid holdes adskilt.</translation>
    </message>
    <message>
        <source>All data stays encrypted on this computer. Sikkerplan uses no network.</source>
        <translation>Alle data er krypteret på denne computer. Sikkerplan bruger ikke netværk.</translation>
    </message>
    <message>
        <source>Licence: EUPL-1.2. The window is made with Qt %1 under the LGPL.</source>
        <translation>Licens: EUPL-1.2. Vinduet er lavet med Qt %1 under LGPL.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
</context>
<context>
    <name>Absent</name>
    <message>
        <source>Absent: %1.</source>
        <translation>Fraværende: %1.</translation>
    </message>
    <message>
        <source>The room is shut.</source>
        <translation>Lokalet er lukket.</translation>
    </message>
    <message>
        <source>%1 must be told.</source>
        <translation>%1 skal have besked.</translation>
    </message>
    <message>
        <source>No session is unsafe; in 1 somebody can&apos;t come or the room is shut</source>
        <translation>Intet møde er usikkert; i 1 kan nogen ikke komme, eller lokalet er lukket</translation>
    </message>
    <message>
        <source>No session is unsafe; in %1 somebody can&apos;t come or the room is shut</source>
        <translation>Intet møde er usikkert; i %1 kan nogen ikke komme, eller lokalet er lukket</translation>
    </message>
    <message>
        <source>in 1 more somebody can&apos;t come or the room is shut</source>
        <translation>i 1 mere kan nogen ikke komme, eller lokalet er lukket</translation>
    </message>
    <message>
        <source>in %1 more somebody can&apos;t come or the room is shut</source>
        <translation>i yderligere %1 kan nogen ikke komme, eller lokalet er lukket</translation>
    </message>
</context>
<context>
    <name>Access</name>
    <message>
        <source>[another person]</source>
        <translation>[en anden person]</translation>
    </message>
    <message>
        <source>Name, case and enrolment</source>
        <translation>Navn, sag og tilknytning</translation>
    </message>
    <message>
        <source>Hours and times</source>
        <translation>Timer og tider</translation>
    </message>
    <message>
        <source>Threat levels</source>
        <translation>Trusselsniveauer</translation>
    </message>
    <message>
        <source>Conflict groups</source>
        <translation>Konfliktgrupper</translation>
    </message>
    <message>
        <source>Kept apart from</source>
        <translation>Holdes adskilt fra</translation>
    </message>
    <message>
        <source>Offers and activities</source>
        <translation>Tilbud og aktiviteter</translation>
    </message>
    <message>
        <source>Placements</source>
        <translation>Faste forløb</translation>
    </message>
    <message>
        <source>Absences</source>
        <translation>Fravær</translation>
    </message>
    <message>
        <source>Planned sessions</source>
        <translation>Planlagte møder</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Fremmøde</translation>
    </message>
    <message>
        <source>When it was seen or changed</source>
        <translation>Hvornår det er set eller ændret</translation>
    </message>
    <message>
        <source>Sikkerplan access request %1</source>
        <translation>Sikkerplan indsigtsanmodning %1</translation>
    </message>
    <message>
        <source>Nothing is held.</source>
        <translation>Der er ikke registreret noget.</translation>
    </message>
    <message>
        <source>What is held about you</source>
        <translation>Hvad der er registreret om dig</translation>
    </message>
    <message>
        <source>This is everything that the unit&apos;s planning system holds about you. Other people are not named in it: their names and case numbers are left out, and so are those of staff.</source>
        <translation>Her står alt, hvad enhedens planlægningssystem har registreret om dig. Andre personer er ikke nævnt: deres navne og sagsnumre er udeladt, og det samme gælder medarbejderes navne.</translation>
    </message>
    <message>
        <source>Notes on other people name you in %1 places. They are not repeated here.</source>
        <translation>Du er nævnt %1 steder i oplysninger om andre. De er ikke gengivet her.</translation>
    </message>
    <message>
        <source>Left out by a decision of its own, of which you are told apart: %1</source>
        <translation>Udeladt efter en særskilt afgørelse, som du får besked om for sig: %1</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Side %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>Sagsnummer</translation>
    </message>
    <message>
        <source>With the unit</source>
        <translation>Tilknyttet enheden</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Bemærkning</translation>
    </message>
    <message>
        <source>Not planned on</source>
        <translation>Planlægges ikke på</translation>
    </message>
    <message>
        <source>%1 members of staff</source>
        <translation>%1 medarbejdere</translation>
    </message>
    <message>
        <source>Not planned with</source>
        <translation>Planlægges ikke med</translation>
    </message>
    <message>
        <source>%1 hours a week, %2 a day at most; decided by %3</source>
        <translation>%1 timer om ugen, højst %2 om dagen; fastsat af %3</translation>
    </message>
    <message>
        <source>to be judged again on %1</source>
        <translation>skal vurderes igen den %1</translation>
    </message>
    <message>
        <source>Can come</source>
        <translation>Kan møde</translation>
    </message>
    <message>
        <source>Level %1, assessed by %2 on %3</source>
        <translation>Niveau %1, vurderet af %2 den %3</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>til og med %1</translation>
    </message>
    <message>
        <source>another person</source>
        <translation>en anden person</translation>
    </message>
    <message>
        <source>Referred to %1</source>
        <translation>Henvist til %1</translation>
    </message>
    <message>
        <source>%1: %2 to %3 sessions a week</source>
        <translation>%1: %2 til %3 gange om ugen</translation>
    </message>
    <message>
        <source>No room was found for: %1</source>
        <translation>Der blev ikke fundet plads til: %1</translation>
    </message>
    <message>
        <source>the weekly interview</source>
        <translation>den ugentlige samtale</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Mødte</translation>
    </message>
    <message>
        <source>Absent, excused</source>
        <translation>Fraværende med gyldig grund</translation>
    </message>
    <message>
        <source>Did not show up</source>
        <translation>Udeblev</translation>
    </message>
    <message>
        <source>Not noted</source>
        <translation>Ikke noteret</translation>
    </message>
    <message>
        <source>Followed up on %1: %2</source>
        <translation>Fulgt op den %1: %2</translation>
    </message>
    <message>
        <source>source: %1</source>
        <translation>kilde: %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>siden den %1</translation>
    </message>
</context>
<context>
    <name>AccessLocks</name>
    <message>
        <source>Sessions held fast on %1</source>
        <translation>Møder låst den %1</translation>
    </message>
    <message>
        <source>The whole week, held fast on %1</source>
        <translation>Hele ugen, låst den %1</translation>
    </message>
    <message>
        <source>%1: held fast</source>
        <translation>%1: låst</translation>
    </message>
    <message>
        <source>%1: approved by hand on %2</source>
        <translation>%1: godkendt manuelt den %2</translation>
    </message>
    <message>
        <source>Locks and approvals</source>
        <translation>Låse og godkendelser</translation>
    </message>
</context>
<context>
    <name>AccessStaff</name>
    <message>
        <source>Name, employer and skills</source>
        <translation>Navn, arbejdsgiver og kompetencer</translation>
    </message>
    <message>
        <source>This is everything that the unit&apos;s planning system holds about you. Other people are not named in it, neither citizens nor other staff. What you have done in Sikkerplan yourself stands in its audit under the name that you gave, and is not repeated here.</source>
        <translation>Dette er alt, hvad enhedens planlægningssystem opbevarer om dig. Andre personer nævnes ikke, hverken borgere eller andre medarbejdere. Det, du selv har foretaget i Sikkerplan, står i revisionssporet under det navn, du har angivet, og gentages ikke her.</translation>
    </message>
    <message>
        <source>The unit&apos;s own staff</source>
        <translation>Enhedens egen medarbejder</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Arbejdsgiver</translation>
    </message>
    <message>
        <source>guard</source>
        <translation>vagt</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Kompetencer</translation>
    </message>
    <message>
        <source>%1 citizens</source>
        <translation>%1 borgere</translation>
    </message>
    <message>
        <source>%1 hours a week at most</source>
        <translation>Højst %1 timer om ugen</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Timer</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>På arbejde</translation>
    </message>
    <message>
        <source>never</source>
        <translation>aldrig</translation>
    </message>
</context>
<context>
    <name>Acute</name>
    <message>
        <source>A new rivalry</source>
        <translation>En ny konflikt</translation>
    </message>
    <message>
        <source>A threat</source>
        <translation>En trussel</translation>
    </message>
    <message>
        <source>Somebody is ill</source>
        <translation>En er blevet syg</translation>
    </message>
    <message>
        <source>A room is shut</source>
        <translation>Et lokale er lukket</translation>
    </message>
    <message>
        <source>A guard or colleague is missing</source>
        <translation>En vagt eller kollega mangler</translation>
    </message>
    <message>
        <source>Somebody is detained</source>
        <translation>En er frihedsberøvet</translation>
    </message>
    <message>
        <source>Somebody is released</source>
        <translation>En er løsladt eller udskrevet</translation>
    </message>
    <message>
        <source>%1 (group)</source>
        <translation>%1 (gruppe)</translation>
    </message>
    <message>
        <source>%1 (guard)</source>
        <translation>%1 (vagt)</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Hvem</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Hvornår</translation>
    </message>
    <message>
        <source>Must not meet</source>
        <translation>Må ikke møde</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Hvad der er sket</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>Hvem siger det</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Sidste dag</translation>
    </message>
    <message>
        <source>New rivalry</source>
        <translation>Ny konflikt</translation>
    </message>
    <message>
        <source>Reported to the unit</source>
        <translation>Meddelt til enheden</translation>
    </message>
    <message>
        <source>Threat level from now on</source>
        <translation>Trusselsniveau fra nu af</translation>
    </message>
    <message>
        <source>Which room</source>
        <translation>Hvilket lokale</translation>
    </message>
    <message>
        <source>Released from</source>
        <translation>Løsladt eller udskrevet fra</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>Until further notice</source>
        <translation>Indtil videre</translation>
    </message>
    <message>
        <source>Detention: can come again</source>
        <translation>Frihedsberøvelse: kan komme igen</translation>
    </message>
    <message>
        <source>The unit: comes no longer</source>
        <translation>Enheden: kommer ikke mere</translation>
    </message>
    <message>
        <source>Rest of the day</source>
        <translation>Resten af dagen</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>I morgen</translation>
    </message>
    <message>
        <source>Rest of the week</source>
        <translation>Resten af ugen</translation>
    </message>
    <message>
        <source>Four weeks</source>
        <translation>Fire uger</translation>
    </message>
    <message>
        <source>today</source>
        <translation>i dag</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>i morgen</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>activity, when and where before, when and where now</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>Og %1 mere.</translation>
    </message>
    <message>
        <source>one site</source>
        <translation>samme sted</translation>
    </message>
    <message>
        <source>1 session that runs now is not safe</source>
        <translation>1 møde, der er i gang nu, er ikke sikkert</translation>
    </message>
    <message>
        <source>%1 sessions that run now are not safe</source>
        <translation>%1 møder, der er i gang nu, er ikke sikre</translation>
    </message>
    <message>
        <source>A rule of the whole week is broken</source>
        <translation>En regel for hele ugen er brudt</translation>
    </message>
    <message>
        <source>Every session from now on is safe</source>
        <translation>Alle møder fra nu af er sikre</translation>
    </message>
    <message>
        <source>1 session from now on is no longer safe</source>
        <translation>1 møde fra nu af er ikke længere sikkert</translation>
    </message>
    <message>
        <source>1 session from now on is not safe</source>
        <translation>1 møde fra nu af er ikke sikkert</translation>
    </message>
    <message>
        <source>%1 sessions from now on are no longer safe</source>
        <translation>%1 møder fra nu af er ikke længere sikre</translation>
    </message>
    <message>
        <source>%1 sessions from now on are not safe</source>
        <translation>%1 møder fra nu af er ikke sikre</translation>
    </message>
    <message>
        <source>The level would be lower than the one that they are met at now.</source>
        <translation>Niveauet ville være lavere end det, borgeren mødes på nu.</translation>
    </message>
    <message>
        <source>There is nothing to record: no detention is on record, or they have left.</source>
        <translation>Der er intet at registrere: Der er ikke registreret nogen frihedsberøvelse, eller borgeren er allerede udskrevet.</translation>
    </message>
    <message>
        <source>This can&apos;t be recorded: it contradicts what is on record.</source>
        <translation>Det kan ikke registreres: Det er i strid med det, der er registreret.</translation>
    </message>
    <message>
        <source>proven least</source>
        <translation>bevist mindst</translation>
    </message>
    <message>
        <source>proven: at least %1</source>
        <translation>bevist: mindst %1</translation>
    </message>
    <message>
        <source>The search was ended before a safe week was found.</source>
        <translation>Søgningen blev afsluttet, før en sikker uge var fundet.</translation>
    </message>
    <message>
        <source>The independent check refused the repaired week. Nothing of it is shown.</source>
        <translation>Den uafhængige kontrol afviste den rettede uge. Intet af den vises.</translation>
    </message>
    <message>
        <source>The repaired week would change what has begun already. Nothing of it is shown.</source>
        <translation>Den rettede uge ville ændre noget, der allerede er begyndt. Intet af den vises.</translation>
    </message>
    <message>
        <source>What is locked breaks a rule since this happened, so there is no safe week. Unlock it in the week, then repair again.</source>
        <translation>Det, der er låst, bryder en regel efter det skete, så der findes ingen sikker uge. Lås det op i ugen, og ret derefter igen.</translation>
    </message>
    <message>
        <source>No repaired week was found.</source>
        <translation>Der blev ikke fundet nogen rettet uge.</translation>
    </message>
    <message>
        <source>The room can&apos;t be used: it is shut, too small or lacks what is needed.</source>
        <translation>Lokalet kan ikke bruges: Det er lukket, for lille eller mangler det nødvendige.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be there.</source>
        <translation>%1 kan ikke være der.</translation>
    </message>
    <message>
        <source>There are too few staff or guards, or nobody with the skill.</source>
        <translation>Der er for få medarbejdere eller vagter eller ingen med kompetencen.</translation>
    </message>
    <message>
        <source>%1 can&apos;t come.</source>
        <translation>%1 kan ikke komme.</translation>
    </message>
    <message>
        <source>%1 has more hours than allowed.</source>
        <translation>%1 har flere timer end tilladt.</translation>
    </message>
    <message>
        <source>%1 is not enrolled in this, or too often in it.</source>
        <translation>%1 er ikke tilmeldt dette eller er med for mange gange.</translation>
    </message>
    <message>
        <source>The group is too large or too small for the people in it.</source>
        <translation>Holdet er for stort eller for lille til dem, der er på det.</translation>
    </message>
    <message>
        <source>%1 must not be in one session.</source>
        <translation>%1 må ikke være i samme møde.</translation>
    </message>
    <message>
        <source>%1 would meet at %2, or with too little time between.</source>
        <translation>%1 ville mødes på %2 eller med for kort tid imellem.</translation>
    </message>
    <message>
        <source>%1 would be at %2 at once, and one of them must be alone there.</source>
        <translation>%1 ville være på %2 samtidig, og en af dem skal være alene der.</translation>
    </message>
    <message>
        <source>%1: a member of staff or a site that must be avoided.</source>
        <translation>%1: en medarbejder eller et sted, der skal undgås.</translation>
    </message>
</context>
<context>
    <name>AcuteApprovals</name>
    <message>
        <source>No rule is broken from now on, but 1 session still needs a manual yes</source>
        <translation>Ingen regel er brudt fra nu af, men 1 møde mangler stadig en manuel godkendelse</translation>
    </message>
    <message>
        <source>No rule is broken from now on, but %1 sessions still need a manual yes</source>
        <translation>Ingen regel er brudt fra nu af, men %1 møder mangler stadig en manuel godkendelse</translation>
    </message>
</context>
<context>
    <name>AcuteFold</name>
    <message>
        <source>Change the rest …</source>
        <translation>Ret resten …</translation>
    </message>
</context>
<context>
    <name>AcutePage</name>
    <message>
        <source>Repair the week</source>
        <translation>Ret ugen</translation>
    </message>
    <message>
        <source>Unlock and repair</source>
        <translation>Lås op og ret</translation>
    </message>
    <message>
        <source>First accept or discard the repair that was found.</source>
        <translation>Godkend eller kassér først den rettede uge, der blev fundet.</translation>
    </message>
    <message>
        <source>The repair that was not accepted yet is being looked for again.</source>
        <translation>Den rettede uge, der endnu ikke var godkendt, bliver fundet på ny.</translation>
    </message>
    <message>
        <source>The repair that was not accepted is gone: the week needs none any more.</source>
        <translation>Den rettede uge, der ikke var godkendt, er væk: Ugen behøver ikke længere at blive rettet.</translation>
    </message>
    <message>
        <source>Nothing was recorded: the audit trail could not be written.</source>
        <translation>Intet er registreret: Der kunne ikke skrives i revisionssporet.</translation>
    </message>
    <message>
        <source>Recorded. Undo with Ctrl+Z.</source>
        <translation>Registreret. Fortryd med Ctrl+Z.</translation>
    </message>
    <message>
        <source>Told already, and to be called again once the week is published: %1.</source>
        <translation>Har allerede fået besked og skal ringes op igen, når ugen er offentliggjort: %1.</translation>
    </message>
    <message>
        <source>Something happened</source>
        <translation>Noget er sket</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Uge</translation>
    </message>
    <message>
        <source>This week has no plan yet</source>
        <translation>Ugen har ingen plan endnu</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Før</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Godkendt</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>Rettet</translation>
    </message>
    <message>
        <source>published</source>
        <translation>offentliggjort</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>kladde</translation>
    </message>
    <message>
        <source>Present week · version %1, %2</source>
        <comment>number, draft or published</comment>
        <translation>Nuværende uge · version %1, %2</translation>
    </message>
    <message>
        <source>As it stands</source>
        <translation>Som det er nu</translation>
    </message>
    <message>
        <source>Once this is recorded</source>
        <translation>Når dette er registreret</translation>
    </message>
    <message>
        <source>There is no plan to look at. What you record counts when the week is planned.</source>
        <translation>Der er ingen plan at se på. Det, du registrerer, gælder, når ugen planlægges.</translation>
    </message>
    <message>
        <source>This makes no session unsafe. To give them hours again, change or plan the week.</source>
        <translation>Det gør ingen møder usikre. Ændr eller planlæg ugen for at give borgeren timer igen.</translation>
    </message>
    <message>
        <source>This makes no session unsafe.</source>
        <translation>Det gør ingen møder usikre.</translation>
    </message>
    <message>
        <source>Choose what happened. At once you see here which sessions it makes unsafe.</source>
        <translation>Vælg, hvad der er sket. Så ser du straks her, hvilke møder det gør usikre.</translation>
    </message>
    <message>
        <source>%1 · %2 not safe</source>
        <translation>%1 · %2 ikke sikre</translation>
    </message>
    <message>
        <source>Week %1</source>
        <translation>Uge %1</translation>
    </message>
    <message>
        <source>The unit was changed since. Nothing was kept: repair the week again.</source>
        <translation>Enheden er ændret siden. Intet er gemt: Ret ugen igen.</translation>
    </message>
    <message>
        <source>Another plan came in between. Nothing was kept: repair the week again.</source>
        <translation>En anden plan kom imellem. Intet er gemt: Ret ugen igen.</translation>
    </message>
    <message>
        <source>Nothing was kept: the audit trail could not be written.</source>
        <translation>Intet er gemt: Der kunne ikke skrives i revisionssporet.</translation>
    </message>
    <message>
        <source>What is locked breaks a rule since this happened, so there is no safe week: %1.</source>
        <translation>Det, der er låst, bryder en regel efter det skete, så der findes ingen sikker uge: %1.</translation>
    </message>
    <message>
        <source>A better repair has just taken its place. Look at it, then accept it.</source>
        <translation>En bedre rettelse er lige trådt i stedet. Se på den, og godkend den så.</translation>
    </message>
    <message>
        <source>Told of the repair that was discarded, so call them again: %1.</source>
        <translation>Har fået besked om den rettede uge, der blev kasseret. Ring til dem igen: %1.</translation>
    </message>
    <message>
        <source>Nobody has to be told of that version any more.</source>
        <translation>Der er ikke længere nogen, der skal have besked om den version.</translation>
    </message>
    <message>
        <source>This could not be noted: the person is no longer on record.</source>
        <translation>Det kunne ikke noteres: Personen er ikke længere registreret.</translation>
    </message>
</context>
<context>
    <name>AcuteTime</name>
    <message>
        <source>Time has passed: a session that the repair would change has begun. Nothing was kept: repair the week again.</source>
        <translation>Tiden er gået: et møde, som den reparerede uge ville ændre, er begyndt. Intet er gemt: reparer ugen igen.</translation>
    </message>
</context>
<context>
    <name>Alarm</name>
    <message>
        <source>The last changes are missing: when the app or the computer ended, the database&apos;s log was damaged before it could be read. What was stored before them is whole. Vault &gt; Audit trail tells how many entries there were; the last backup (Vault &gt; Backups) may hold them.</source>
        <translation>De seneste ændringer mangler: Da programmet eller computeren stoppede, blev databasens log beskadiget, før den kunne læses. Det, der var gemt før dem, er helt. Boks &gt; Revisionsspor viser, hvor mange poster der var; den seneste sikkerhedskopi (Boks &gt; Sikkerhedskopier) kan indeholde dem.</translation>
    </message>
</context>
<context>
    <name>AlarmBanner</name>
    <message>
        <source>Acknowledge …</source>
        <translation>Bekræft …</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Bekræft</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuller</translation>
    </message>
    <message>
        <source>What was found out about it, for the record</source>
        <translation>Hvad undersøgelsen viste (registreres)</translation>
    </message>
    <message>
        <source>It could not be recorded, and stays.</source>
        <translation>Det kunne ikke registreres og bliver stående.</translation>
    </message>
    <message>
        <source>Acknowledged an alarm</source>
        <translation>Bekræftede en advarsel</translation>
    </message>
    <message>
        <source>alarm</source>
        <translation>advarsel</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Cancel</source>
        <translation>Annuller</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>The audit trail is not as it was written.</source>
        <translation>Revisionssporet er ikke, som det blev skrevet.</translation>
    </message>
    <message>
        <source>All %1 entries hold together, but no anchor vouches for them.</source>
        <translation>Alle %1 poster hænger sammen, men intet anker uden for boksen bekræfter dem.</translation>
    </message>
    <message>
        <source>All %1 entries are as they were written. Anchors vouch up to number %2.</source>
        <translation>Alle %1 poster er, som de blev skrevet. Ankre bekræfter dem til og med nr. %2.</translation>
    </message>
    <message>
        <source>The computer&apos;s clock was set back before these entries: %1. Their order is certain, their times are not.</source>
        <translation>Computerens ur blev stillet tilbage før disse poster: %1. Rækkefølgen er sikker, tidspunkterne er det ikke.</translation>
    </message>
    <message>
        <source>Contents erased by decision, their entries kept: %1.</source>
        <translation>Indhold slettet efter beslutning, posterne bevaret: %1.</translation>
    </message>
    <message>
        <source>Entries are missing: %1.</source>
        <translation>Der mangler poster: %1.</translation>
    </message>
    <message>
        <source>Entries were altered: %1.</source>
        <translation>Poster er ændret: %1.</translation>
    </message>
    <message>
        <source>Entries do not follow the one before them: %1.</source>
        <translation>Poster følger ikke efter den foregående: %1.</translation>
    </message>
    <message>
        <source>Entries are older than the one before them: %1.</source>
        <translation>Poster er ældre end den foregående: %1.</translation>
    </message>
    <message>
        <source>The contents of entries were altered: %1.</source>
        <translation>Posters indhold er ændret: %1.</translation>
    </message>
    <message>
        <source>The contents of entries are missing: %1.</source>
        <translation>Posters indhold mangler: %1.</translation>
    </message>
    <message>
        <source>Contents were emptied without a recorded erasure: %1.</source>
        <translation>Indhold er tømt uden en registreret sletning: %1.</translation>
    </message>
    <message>
        <source>Whom entries are about was altered: %1.</source>
        <translation>Hvem poster handler om, er ændret: %1.</translation>
    </message>
    <message>
        <source>Contents without their entry: %1. The end may have been cut off.</source>
        <translation>Indhold uden post: %1. Slutningen kan være skåret af.</translation>
    </message>
    <message>
        <source>At an unlock the trail differed from an anchor: %1.</source>
        <translation>Ved en oplåsning afveg revisionssporet fra et anker: %1.</translation>
    </message>
    <message>
        <source>%1: agrees up to entry %2.</source>
        <translation>%1: stemmer til og med post %2.</translation>
    </message>
    <message>
        <source>%1: knows %2 entries, more than there are. The end was cut off, or an older copy of the vault was put in its place.</source>
        <translation>%1: kender %2 poster, flere end der er. Slutningen er skåret af, eller en ældre kopi af boksen er lagt i stedet.</translation>
    </message>
    <message>
        <source>%1: entry %2 is not the one that was there. The trail was written anew.</source>
        <translation>%1: Post %2 er ikke den, der stod der. Revisionssporet er skrevet om.</translation>
    </message>
    <message>
        <source>%1: not compared, because it is locked.</source>
        <translation>%1: ikke sammenlignet, fordi den er låst.</translation>
    </message>
    <message>
        <source>%1: not compared, because what is kept there can&apos;t be read.</source>
        <translation>%1: ikke sammenlignet, fordi det, der ligger der, ikke kan læses.</translation>
    </message>
    <message>
        <source>%1: not compared, because there is none on this computer.</source>
        <translation>%1: ikke sammenlignet, fordi den ikke findes på denne computer.</translation>
    </message>
    <message>
        <source>%1: not compared, because it did not answer.</source>
        <translation>%1: ikke sammenlignet, fordi den ikke svarede.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring</source>
        <translation>Systemets nøglering</translation>
    </message>
    <message>
        <source>A backup</source>
        <translation>En sikkerhedskopi</translation>
    </message>
    <message>
        <source>No entry has the short form that you typed. Check the letters; if they are right, entries were changed or removed since that print.</source>
        <translation>Ingen post har den kortform, du skrev. Se bogstaverne efter; er de rigtige, er poster ændret eller fjernet siden udskriften.</translation>
    </message>
    <message>
        <source>The short form belongs to entry %1 of %2: everything up to it is as it was.</source>
        <translation>Kortformen hører til post %1 fra %2: Alt til og med den er, som det var.</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Ændret</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Læst</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Eksporteret</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Udskrevet</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Låst op</translation>
    </message>
    <message>
        <source>Failed unlock</source>
        <translation>Mislykket oplåsning</translation>
    </message>
    <message>
        <source>Gave a name</source>
        <translation>Oplyste navn</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Låst</translation>
    </message>
    <message>
        <source>Backed up</source>
        <translation>Sikkerhedskopieret</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Gendannet</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Slettet</translation>
    </message>
    <message>
        <source>Changed keys</source>
        <translation>Nøgler ændret</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Efterprøvet</translation>
    </message>
    <message>
        <source>Clock set back</source>
        <translation>Ur stillet tilbage</translation>
    </message>
    <message>
        <source>Trail differed from its anchor</source>
        <translation>Revisionssporet afveg fra sit anker</translation>
    </message>
    <message>
        <source>Waiting records damaged</source>
        <translation>Ventende poster beskadiget</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Tilføjet</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Fjernet</translation>
    </message>
    <message>
        <source>absence</source>
        <translation>fravær</translation>
    </message>
    <message>
        <source>activity</source>
        <translation>aktivitet</translation>
    </message>
    <message>
        <source>attendance</source>
        <translation>fremmøde</translation>
    </message>
    <message>
        <source>citizen</source>
        <translation>borger</translation>
    </message>
    <message>
        <source>closed days</source>
        <translation>lukkedage</translation>
    </message>
    <message>
        <source>conflict group</source>
        <translation>konfliktgruppe</translation>
    </message>
    <message>
        <source>data key</source>
        <translation>datanøgle</translation>
    </message>
    <message>
        <source>enrolment</source>
        <translation>tilmelding</translation>
    </message>
    <message>
        <source>key in the keyring</source>
        <translation>nøgle i nøgleringen</translation>
    </message>
    <message>
        <source>passphrase</source>
        <translation>adgangssætning</translation>
    </message>
    <message>
        <source>recovery key</source>
        <translation>gendannelsesnøgle</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>grænse</translation>
    </message>
    <message>
        <source>group membership</source>
        <translation>gruppetilhør</translation>
    </message>
    <message>
        <source>offer</source>
        <translation>tilbud</translation>
    </message>
    <message>
        <source>person</source>
        <translation>person</translation>
    </message>
    <message>
        <source>placement</source>
        <translation>fast forløb</translation>
    </message>
    <message>
        <source>week plan</source>
        <translation>ugeplan</translation>
    </message>
    <message>
        <source>referral</source>
        <translation>henvisning</translation>
    </message>
    <message>
        <source>room</source>
        <translation>lokale</translation>
    </message>
    <message>
        <source>separation</source>
        <translation>adskillelse</translation>
    </message>
    <message>
        <source>session</source>
        <translation>møde</translation>
    </message>
    <message>
        <source>site</source>
        <translation>sted</translation>
    </message>
    <message>
        <source>staff</source>
        <translation>medarbejder</translation>
    </message>
    <message>
        <source>supplier</source>
        <translation>leverandør</translation>
    </message>
    <message>
        <source>table</source>
        <translation>tabel</translation>
    </message>
    <message>
        <source>threat level</source>
        <translation>trusselsniveau</translation>
    </message>
    <message>
        <source>audit trail</source>
        <translation>revisionsspor</translation>
    </message>
    <message>
        <source>travel time</source>
        <translation>rejsetid</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>enhed</translation>
    </message>
    <message>
        <source>vault</source>
        <translation>boks</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>ukendt</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm:ss</source>
        <comment>date format of Qt</comment>
        <translation>d. MMM yyyy HH:mm:ss</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Hvornår</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Hvem</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Indhold</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>slettet</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Hvorfor</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personer</translation>
    </message>
</context>
<context>
    <name>AuditBackups</name>
    <message>
        <source>%1: not compared, because another key opens it, such as the one from before the data key was changed.</source>
        <translation>%1: ikke sammenlignet, fordi en anden nøgle åbner den, f.eks. den fra før datanøglen blev skiftet.</translation>
    </message>
    <message>
        <source>The backups: not compared, because their folder can&apos;t be read.</source>
        <translation>Sikkerhedskopierne: ikke sammenlignet, fordi deres mappe ikke kan læses.</translation>
    </message>
    <message>
        <source>The backup of %1</source>
        <translation>Sikkerhedskopien fra %1</translation>
    </message>
    <message>
        <source>%1 backups: all agree, up to entry %2.</source>
        <translation>%1 sikkerhedskopier: stemmer alle, til og med post %2.</translation>
    </message>
</context>
<context>
    <name>AuditDialog</name>
    <message>
        <source>Audit trail</source>
        <translation>Revisionsspor</translation>
    </message>
    <message>
        <source>&amp;Only from</source>
        <translation>&amp;Kun fra</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Efterprøv</translation>
    </message>
    <message>
        <source>&amp;Extract for this person …</source>
        <translation>&amp;Udtræk for denne person …</translation>
    </message>
    <message>
        <source>Audit trail: %1</source>
        <translation>Revisionsspor: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <comment>of the extract for one person</comment>
        <translation>
            <numerusform>%n post</numerusform>
            <numerusform>%n poster</numerusform>
        </translation>
    </message>
    <message>
        <source>Sikkerplan – extract of the audit trail</source>
        <translation>Sikkerplan – udtræk af revisionssporet</translation>
    </message>
    <message>
        <source>The audit trail can&apos;t be read now.</source>
        <translation>Revisionssporet kan ikke læses nu.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <comment>in the list</comment>
        <translation>
            <numerusform>%n post</numerusform>
            <numerusform>%n poster</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Nothing was verified.</source>
        <translation>Stoppet. Intet er efterprøvet.</translation>
    </message>
    <message>
        <source>The audit trail can&apos;t be written now, so it is not shown either.</source>
        <translation>Der kan ikke skrives i revisionssporet nu, så det vises heller ikke.</translation>
    </message>
    <message>
        <source>Details of the entry</source>
        <translation>Oplysninger om posten</translation>
    </message>
    <message>
        <source>Search names, reasons and contents</source>
        <translation>Søg i navne, begrundelser og indhold</translation>
    </message>
    <message>
        <source>Search the audit trail</source>
        <translation>Søg i revisionssporet</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Hvad der skete</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Whom it is about</source>
        <translation>Hvem det handler om</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Første dag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Sidste dag</translation>
    </message>
    <message>
        <source>to</source>
        <translation>til</translation>
    </message>
    <message>
        <source>Short form from a print, to compare with</source>
        <translation>Kortform fra en udskrift at sammenligne med</translation>
    </message>
    <message>
        <source>Short form from a print</source>
        <translation>Kortform fra en udskrift</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>Choose an entry to see what it holds.</source>
        <translation>Vælg en post for at se, hvad den rummer.</translation>
    </message>
    <message>
        <source>Entry %1</source>
        <translation>Post %1</translation>
    </message>
    <message>
        <source>Extract of the audit trail</source>
        <translation>Udtræk af revisionssporet</translation>
    </message>
    <message>
        <source>Why is it taken out? This is recorded.</source>
        <translation>Hvorfor tages det ud? Det registreres.</translation>
    </message>
    <message>
        <source>Save the extract as PDF</source>
        <translation>Gem udtrækket som PDF</translation>
    </message>
    <message>
        <source>Sikkerplan extract.pdf</source>
        <translation>Sikkerplan udtræk.pdf</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-filer (*.pdf)</translation>
    </message>
</context>
<context>
    <name>AuditExtract</name>
    <message>
        <source>another person</source>
        <translation>en anden person</translation>
    </message>
    <message>
        <source>%1 other people</source>
        <translation>%1 andre personer</translation>
    </message>
</context>
<context>
    <name>AuditField</name>
    <message>
        <source>Activity</source>
        <translation>Aktivitet</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Efter</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Sammenligning</translation>
    </message>
    <message>
        <source>Alone on the site</source>
        <translation>Alene på stedet</translation>
    </message>
    <message>
        <source>Any room</source>
        <translation>Ethvert lokale</translation>
    </message>
    <message>
        <source>Assessed by</source>
        <translation>Vurderet af</translation>
    </message>
    <message>
        <source>Assessed on</source>
        <translation>Vurderet den</translation>
    </message>
    <message>
        <source>Threat level</source>
        <translation>Trusselsniveau</translation>
    </message>
    <message>
        <source>Can come</source>
        <translation>Kan komme</translation>
    </message>
    <message>
        <source>Not at these sites</source>
        <translation>Ikke på disse steder</translation>
    </message>
    <message>
        <source>Not with these staff</source>
        <translation>Ikke med disse medarbejdere</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Før</translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <translation>Ugens tider</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Pladser</translation>
    </message>
    <message>
        <source>Hours that can be carried</source>
        <translation>Timer, borgeren kan klare</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>Sagsnummer</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>Borger</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Lukket</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Cost per citizen</source>
        <translation>Pris pr. borger</translation>
    </message>
    <message>
        <source>Cost per session</source>
        <translation>Pris pr. møde</translation>
    </message>
    <message>
        <source>Number of entries</source>
        <translation>Antal poster</translation>
    </message>
    <message>
        <source>Counts as activation</source>
        <translation>Tæller som aktivering</translation>
    </message>
    <message>
        <source>Made at</source>
        <translation>Lavet</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Lavet af</translation>
    </message>
    <message>
        <source>Minutes a day</source>
        <translation>Minutter om dagen</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Besluttet af</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Fingeraftryk</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Arbejdsgiver</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Slut</translation>
    </message>
    <message>
        <source>End judged to be right</source>
        <translation>Slutdato vurderet som rigtig</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>Tilmeldt</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Poster</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Udstyr</translation>
    </message>
    <message>
        <source>Followed up</source>
        <translation>Fulgt op</translation>
    </message>
    <message>
        <source>Followed up on</source>
        <translation>Fulgt op den</translation>
    </message>
    <message>
        <source>Further ones, only counted</source>
        <translation>Yderligere, kun talt</translation>
    </message>
    <message>
        <source>Minutes between</source>
        <translation>Minutter imellem</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Mål</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Guards</source>
        <translation>Vagter</translation>
    </message>
    <message>
        <source>Happened at</source>
        <translation>Skete</translation>
    </message>
    <message>
        <source>Public holidays</source>
        <translation>Helligdage</translation>
    </message>
    <message>
        <source>Interview that fills gaps</source>
        <translation>Samtale, der fylder huller</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Nøgleord</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Slags</translation>
    </message>
    <message>
        <source>Lengths in minutes</source>
        <translation>Længder i minutter</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Largest group</source>
        <translation>Største hold</translation>
    </message>
    <message>
        <source>Most a day</source>
        <translation>Højst om dagen</translation>
    </message>
    <message>
        <source>Most sessions</source>
        <translation>Flest møder</translation>
    </message>
    <message>
        <source>Most minutes a week</source>
        <translation>Højst minutter om ugen</translation>
    </message>
    <message>
        <source>Smallest group</source>
        <translation>Mindste hold</translation>
    </message>
    <message>
        <source>Fewest sessions</source>
        <translation>Færrest møder</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutter</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>People as</source>
        <translation>Borgere som</translation>
    </message>
    <message>
        <source>Needs approval</source>
        <translation>Kræver godkendelse</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Bemærkning</translation>
    </message>
    <message>
        <source>Noted at</source>
        <translation>Noteret</translation>
    </message>
    <message>
        <source>Noted by</source>
        <translation>Noteret af</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Tilbud</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Åbent</translation>
    </message>
    <message>
        <source>Opening hours of its own</source>
        <translation>Egne åbningstider</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Sted</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begrundelse</translation>
    </message>
    <message>
        <source>Review on</source>
        <translation>Vurderes igen</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Lokale</translation>
    </message>
    <message>
        <source>Rooms with</source>
        <translation>Lokaler med</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Lokaler</translation>
    </message>
    <message>
        <source>Kept apart</source>
        <translation>Holdes adskilt</translation>
    </message>
    <message>
        <source>Seconds of planning</source>
        <translation>Sekunders planlægning</translation>
    </message>
    <message>
        <source>One side</source>
        <translation>Den ene side</translation>
    </message>
    <message>
        <source>Other side</source>
        <translation>Den anden side</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Sted</translation>
    </message>
    <message>
        <source>One site</source>
        <translation>Det ene sted</translation>
    </message>
    <message>
        <source>Other site</source>
        <translation>Det andet sted</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>Kompetence</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Kompetencer</translation>
    </message>
    <message>
        <source>Minutes of a slot</source>
        <translation>Minutter i et tidsrum</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Kilde</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>Fra – til</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Medarbejdere</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Begynder</translation>
    </message>
    <message>
        <source>Weeks of start-up</source>
        <translation>Opstartsuger</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tilstand</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Leverandør</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gælder til</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Værdi</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Uge</translation>
    </message>
    <message>
        <source>Minutes a week</source>
        <translation>Minutter om ugen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Hvad</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Helt</translation>
    </message>
    <message>
        <source>extract of the audit trail</source>
        <translation>udtræk af revisionssporet</translation>
    </message>
    <message>
        <source>names in full</source>
        <translation>fulde navne</translation>
    </message>
    <message>
        <source>case numbers only</source>
        <translation>kun sagsnumre</translation>
    </message>
    <message>
        <source>table of citizens</source>
        <translation>tabel over borgere</translation>
    </message>
    <message>
        <source>table of conflict groups</source>
        <translation>tabel over konfliktgrupper</translation>
    </message>
    <message>
        <source>table of separations</source>
        <translation>tabel over adskillelser</translation>
    </message>
    <message>
        <source>table of rooms</source>
        <translation>tabel over lokaler</translation>
    </message>
    <message>
        <source>table of staff</source>
        <translation>tabel over medarbejdere</translation>
    </message>
    <message>
        <source>table of absences</source>
        <translation>tabel over fravær</translation>
    </message>
    <message>
        <source>more entries than there are</source>
        <translation>flere poster, end der er</translation>
    </message>
    <message>
        <source>another entry</source>
        <translation>en anden post</translation>
    </message>
    <message>
        <source>the system&apos;s keyring</source>
        <translation>systemets nøglering</translation>
    </message>
    <message>
        <source>the file that names the last entry</source>
        <translation>filen, der nævner den seneste post</translation>
    </message>
    <message>
        <source>a backup</source>
        <translation>en sikkerhedskopi</translation>
    </message>
    <message>
        <source>the file was removed</source>
        <translation>filen er fjernet</translation>
    </message>
    <message>
        <source>another file was put in its place</source>
        <translation>en anden fil er lagt i stedet</translation>
    </message>
    <message>
        <source>the file was altered</source>
        <translation>filen er ændret</translation>
    </message>
</context>
<context>
    <name>AuditForbidden</name>
    <message>
        <source>%1: not compared, because it is forbidden on this computer.</source>
        <translation>%1: ikke sammenlignet, fordi det er forbudt på denne computer.</translation>
    </message>
</context>
<context>
    <name>AuditKinds</name>
    <message>
        <source>Asked for</source>
        <translation>Bedt om</translation>
    </message>
    <message>
        <source>Nothing passes</source>
        <translation>Kan ikke overgås</translation>
    </message>
    <message>
        <source>Week plans changed</source>
        <translation>Ændrede ugeplaner</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gennemført</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>Krav</translation>
    </message>
    <message>
        <source>People erased</source>
        <translation>Slettede personer</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Ikke gennemført</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Mål</translation>
    </message>
    <message>
        <source>Months kept</source>
        <translation>Måneder, det opbevares</translation>
    </message>
    <message>
        <source>Proven</source>
        <translation>Bevist</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Kun læsning</translation>
    </message>
    <message>
        <source>Entries removed</source>
        <translation>Fjernede oplysninger</translation>
    </message>
    <message>
        <source>Duties not met</source>
        <translation>Uopfyldte krav</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Hvorfor</translation>
    </message>
    <message>
        <source>the last changes were missing</source>
        <translation>de seneste ændringer manglede</translation>
    </message>
    <message>
        <source>the trail did not agree with what was kept of it</source>
        <translation>revisionssporet stemte ikke med det, der var gemt om det</translation>
    </message>
    <message>
        <source>another key file was in place</source>
        <translation>en anden nøglefil var lagt på plads</translation>
    </message>
    <message>
        <source>the clock was set back</source>
        <translation>uret var stillet tilbage</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>kladde</translation>
    </message>
    <message>
        <source>published</source>
        <translation>offentliggjort</translation>
    </message>
    <message>
        <source>somebody locked it</source>
        <translation>nogen låste den</translation>
    </message>
    <message>
        <source>nobody had touched it for a while</source>
        <translation>ingen havde rørt den i et stykke tid</translation>
    </message>
    <message>
        <source>along with the computer</source>
        <translation>sammen med computeren</translation>
    </message>
    <message>
        <source>set</source>
        <translation>sat</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>fjernet</translation>
    </message>
    <message>
        <source>it was the last way in</source>
        <translation>det var den sidste vej ind</translation>
    </message>
    <message>
        <source>wrong passphrase</source>
        <translation>forkert adgangssætning</translation>
    </message>
    <message>
        <source>tried again too soon</source>
        <translation>forsøgt igen for tidligt</translation>
    </message>
    <message>
        <source>too easy to guess</source>
        <translation>for let at gætte</translation>
    </message>
    <message>
        <source>the keyring could not be used</source>
        <translation>nøgleringen kunne ikke bruges</translation>
    </message>
    <message>
        <source>the vault was being written</source>
        <translation>boksen blev skrevet imens</translation>
    </message>
    <message>
        <source>it could not be written</source>
        <translation>det kunne ikke skrives</translation>
    </message>
    <message>
        <source>proven to be the best</source>
        <translation>bevist at være den bedste</translation>
    </message>
    <message>
        <source>not proven to be the best</source>
        <translation>ikke bevist at være den bedste</translation>
    </message>
    <message>
        <source>no week is possible</source>
        <translation>ingen uge er mulig</translation>
    </message>
    <message>
        <source>no week was found</source>
        <translation>ingen uge blev fundet</translation>
    </message>
    <message>
        <source>duties not met</source>
        <translation>uopfyldte krav</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>timer</translation>
    </message>
    <message>
        <source>hours shared out evenly</source>
        <translation>timer fordelt jævnt</translation>
    </message>
    <message>
        <source>changes to the week before</source>
        <translation>ændringer i forhold til før</translation>
    </message>
    <message>
        <source>waiting time</source>
        <translation>ventetid</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>udgift</translation>
    </message>
    <message>
        <source>retention rule</source>
        <translation>opbevaringsregel</translation>
    </message>
</context>
<context>
    <name>AuditLocks</name>
    <message>
        <source>Approved at</source>
        <translation>Godkendt den</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Godkendt af</translation>
    </message>
    <message>
        <source>Citizens</source>
        <translation>Borgere</translation>
    </message>
    <message>
        <source>Locked at</source>
        <translation>Låst den</translation>
    </message>
    <message>
        <source>Locked by</source>
        <translation>Låst af</translation>
    </message>
    <message>
        <source>Only a person places</source>
        <translation>Kun et menneske planlægger</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Møde</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Møder</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Hvad</translation>
    </message>
    <message>
        <source>approval of a session</source>
        <translation>godkendelse af et møde</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>lås</translation>
    </message>
</context>
<context>
    <name>AuditPrints</name>
    <message>
        <source>Pages</source>
        <translation>Sider</translation>
    </message>
    <message>
        <source>For</source>
        <translation>For</translation>
    </message>
    <message>
        <source>by room</source>
        <translation>efter lokale</translation>
    </message>
    <message>
        <source>a page for each member of the staff</source>
        <translation>en side til hver medarbejder</translation>
    </message>
    <message>
        <source>a page for each person</source>
        <translation>en side til hver borger</translation>
    </message>
    <message>
        <source>by conflict group</source>
        <translation>efter konfliktgruppe</translation>
    </message>
</context>
<context>
    <name>AuditTable</name>
    <message>
        <source>Entries of the audit trail</source>
        <translation>Poster i revisionssporet</translation>
    </message>
</context>
<context>
    <name>AuditTableModel</name>
    <message>
        <source>When</source>
        <translation>Hvornår</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Hvem</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Hvad</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Om</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Hvorfor</translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message>
        <source>Restore a backup</source>
        <translation>Gendan en sikkerhedskopi</translation>
    </message>
    <message>
        <source>The backup takes the place of the vault here. What is in the vault now is kept beside it, until you say that it may go. Afterwards the vault opens as it did when the backup was made.</source>
        <translation>Sikkerhedskopien træder i stedet for boksen her. Det, der er i boksen nu, bliver gemt ved siden af, indtil du siger, at det må slettes. Bagefter åbnes boksen på samme måde, som da kopien blev taget.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Gendan</translation>
    </message>
    <message>
        <source>Try to restore</source>
        <translation>Prøv at gendanne</translation>
    </message>
    <message>
        <source>The backup is restored into a temporary folder, which goes again, and compared with the vault entry by entry. Type what you would type on another PC: so you know that it works.</source>
        <translation>Sikkerhedskopien gendannes i en midlertidig mappe, som fjernes igen, og sammenlignes med boksen række for række. Skriv det, du ville skrive på en anden pc, så ved du, at det virker.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Prøv</translation>
    </message>
    <message>
        <source>No backup was made: its folder is not there.</source>
        <translation>Der blev ikke taget en sikkerhedskopi: mappen er der ikke.</translation>
    </message>
    <message>
        <source>No backup was made: the disk is full.</source>
        <translation>Der blev ikke taget en sikkerhedskopi: disken er fuld.</translation>
    </message>
    <message>
        <source>No backup was made: its folder can&apos;t be written to.</source>
        <translation>Der blev ikke taget en sikkerhedskopi: der kan ikke skrives i mappen.</translation>
    </message>
    <message>
        <source>A backup did not stand up to its check and was thrown away.</source>
        <translation>En sikkerhedskopi bestod ikke kontrollen og blev kasseret.</translation>
    </message>
    <message>
        <source>No backup was made: the vault was busy.</source>
        <translation>Der blev ikke taget en sikkerhedskopi: boksen var optaget.</translation>
    </message>
    <message>
        <source>No backup was made: something went wrong that nobody had thought of.</source>
        <translation>Der blev ikke taget en sikkerhedskopi: Der gik noget galt, som ingen havde forudset.</translation>
    </message>
    <message>
        <source>This does not open the backup. A backup opens with the passphrase or the recovery key of the day on which it was made.</source>
        <translation>Det åbner ikke sikkerhedskopien. En sikkerhedskopi åbnes med den adgangssætning eller gendannelsesnøgle, der gjaldt den dag, den blev taget.</translation>
    </message>
    <message>
        <source>This file is no backup, or it was damaged. Nothing was changed. Try an older one.</source>
        <translation>Filen er ikke en sikkerhedskopi, eller den er beskadiget. Intet er ændret. Prøv en ældre.</translation>
    </message>
    <message>
        <source>A newer version of Sikkerplan has made this backup. Nothing was changed.</source>
        <translation>Sikkerhedskopien er taget af en nyere version af Sikkerplan. Intet er ændret.</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>Filen kunne ikke læses.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was changed.</source>
        <translation>Disken er fuld. Intet er ændret.</translation>
    </message>
    <message>
        <source>The vault&apos;s folder can&apos;t be written to, or its disk is full. Nothing was changed.</source>
        <translation>Der kan ikke skrives i boksens mappe, eller disken er fuld. Intet er ændret.</translation>
    </message>
    <message>
        <source>The vault is in use by another window. Nothing was changed.</source>
        <translation>Boksen er i brug i et andet vindue. Intet er ændret.</translation>
    </message>
    <message>
        <source>The backup of %1 can be restored: all %2 entries came back, each page whole.</source>
        <translation>Sikkerhedskopien fra %1 kan gendannes: alle %2 rækker kom tilbage, og hver side er hel.</translation>
    </message>
    <message>
        <source>They are the same as those in the vault now.</source>
        <translation>De er de samme som i boksen nu.</translation>
    </message>
    <message>
        <source>%1 entries of the vault have changed since then.</source>
        <translation>%1 rækker i boksen er ændret siden da.</translation>
    </message>
    <message>
        <source>%1 – can&apos;t be read</source>
        <translation>%1 – kan ikke læses</translation>
    </message>
    <message>
        <source>%1 – damaged</source>
        <translation>%1 – beskadiget</translation>
    </message>
    <message>
        <source>There has never been a backup.</source>
        <translation>Der er aldrig taget en sikkerhedskopi.</translation>
    </message>
    <message>
        <source>Whether there is a backup is not known.</source>
        <translation>Det vides ikke, om der er en sikkerhedskopi.</translation>
    </message>
    <message>
        <source>Last backup: today at %1</source>
        <translation>Seneste sikkerhedskopi: i dag kl. %1</translation>
    </message>
    <message>
        <source>Last backup: %1</source>
        <translation>Seneste sikkerhedskopi: %1</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <source>Backups</source>
        <translation>Sikkerhedskopier</translation>
    </message>
    <message>
        <source>Choose another folder …</source>
        <translation>Vælg en anden mappe …</translation>
    </message>
    <message>
        <source>Backups in the folder</source>
        <translation>Sikkerhedskopier i mappen</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Tag en sikkerhedskopi nu</translation>
    </message>
    <message>
        <source>Try to restore …</source>
        <translation>Prøv at gendanne …</translation>
    </message>
    <message>
        <source>Restore …</source>
        <translation>Gendan …</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Fjern det</translation>
    </message>
    <message>
        <source>Where backups are put</source>
        <translation>Hvor sikkerhedskopier lægges</translation>
    </message>
    <message>
        <source>That folder can&apos;t be written to. Backups go where they went before.</source>
        <translation>Der kan ikke skrives i den mappe. Sikkerhedskopierne lægges samme sted som før.</translation>
    </message>
    <message>
        <source>Each is one encrypted file with everything in it. It is made once a day and before a new version changes the vault; the last 14 are kept. It opens with the passphrase or the recovery key of its day, here or on another PC.</source>
        <translation>Hver sikkerhedskopi er én krypteret fil med alt i. Den tages en gang om dagen, og før en ny version ændrer boksen; de seneste 14 gemmes. Den åbnes med den adgangssætning eller gendannelsesnøgle, der gjaldt den dag, her eller på en anden pc.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>A backup is being made …</source>
        <translation>Der tages en sikkerhedskopi …</translation>
    </message>
    <message>
        <source>In the vault&apos;s own folder: lost with this PC. Choose a folder elsewhere, such as a network drive.</source>
        <translation>I boksens egen mappe: går tabt sammen med denne pc. Vælg en mappe et andet sted, f.eks. på et netværksdrev.</translation>
    </message>
    <message>
        <source>What was in the vault before it was restored is still kept beside it.</source>
        <translation>Det, der var i boksen, før den blev gendannet, er stadig gemt ved siden af.</translation>
    </message>
    <message>
        <source>Remove what was in the vault before it was restored? It can&apos;t be brought back.</source>
        <translation>Skal det, der var i boksen, før den blev gendannet, fjernes? Det kan ikke hentes tilbage.</translation>
    </message>
</context>
<context>
    <name>BackupKeys</name>
    <message>
        <source>made with an older data key, or not by this vault at all</source>
        <translation>lavet med en ældre datanøgle eller slet ikke af denne boks</translation>
    </message>
</context>
<context>
    <name>BackupLine</name>
    <message>
        <source>Backups …</source>
        <translation>Sikkerhedskopier …</translation>
    </message>
    <message>
        <source>A backup is being made …</source>
        <translation>Der tages en sikkerhedskopi …</translation>
    </message>
</context>
<context>
    <name>BackupWait</name>
    <message>
        <source>backup</source>
        <translation>sikkerhedskopi</translation>
    </message>
    <message>
        <source>After wrong passphrases nobody can try again for up to a minute. Nothing was changed. Wait a little and try again.</source>
        <translation>Efter forkerte adgangssætninger kan ingen prøve igen i op til et minut. Intet er ændret. Vent lidt, og prøv igen.</translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message>
        <source>Demo – fictional people</source>
        <translation>Demo – opdigtede personer</translation>
    </message>
    <message>
        <source>Open read-only: nothing can be changed here.</source>
        <translation>Åbnet skrivebeskyttet: Intet kan ændres her.</translation>
    </message>
    <message>
        <source>The audit trail does not agree with what was kept of it outside the vault: an older copy of the vault was put in place, or entries were changed. See Vault &gt; Audit trail &gt; Verify.</source>
        <translation>Revisionssporet stemmer ikke med det, der er gemt om det uden for boksen: En ældre kopi af boksen er lagt i stedet, eller poster er ændret. Se Boks &gt; Revisionsspor &gt; Efterprøv.</translation>
    </message>
    <message>
        <source>The computer&apos;s clock is behind the last entry of the audit trail. Is its date right?</source>
        <translation>Computerens ur er bagud for den seneste post i revisionssporet. Er datoen rigtig?</translation>
    </message>
</context>
<context>
    <name>Begin</name>
    <message>
        <source>%1 minutes</source>
        <translation>%1 minutter</translation>
    </message>
    <message>
        <source>Name of the unit</source>
        <translation>Enhedens navn</translation>
    </message>
    <message>
        <source>Sessions begin and end every</source>
        <translation>Møder begynder og slutter hver</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Åbningstid</translation>
    </message>
    <message>
        <source>Public holidays are closed by themselves.</source>
        <translation>Helligdage er lukket af sig selv.</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Lav</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>Forhøjet</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Høj</translation>
    </message>
    <message>
        <source>Very high</source>
        <translation>Meget høj</translation>
    </message>
    <message>
        <source>Proposal of Sikkerplan, not yet decided</source>
        <translation>Forslag fra Sikkerplan, endnu ikke besluttet</translation>
    </message>
    <message>
        <source>Begin with an empty unit</source>
        <translation>Begynd med en tom enhed</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>Versions beside each other</source>
        <translation>Versioner ved siden af hinanden</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Åbn</translation>
    </message>
    <message>
        <source>Keep only this</source>
        <translation>Behold kun den</translation>
    </message>
    <message>
        <source>Publish …</source>
        <translation>Offentliggør …</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Kassér</translation>
    </message>
    <message>
        <source>the base</source>
        <translation>udgangspunktet</translation>
    </message>
    <message>
        <source>Less of each of these is better.</source>
        <translation>Jo mindre af hver, jo bedre.</translation>
    </message>
    <message>
        <source>The others are held against this one.</source>
        <translation>De andre holdes op mod denne.</translation>
    </message>
    <message>
        <source>If it takes the place of version %1.</source>
        <translation>Hvis den træder i stedet for version %1.</translation>
    </message>
    <message>
        <source>It breaks a rule: it can&apos;t be published.</source>
        <translation>Den bryder en regel og kan ikke offentliggøres.</translation>
    </message>
    <message>
        <source>Discards the other drafts that stand here; it can be undone.</source>
        <translation>Kasserer de andre kladder, der står her; det kan fortrydes.</translation>
    </message>
    <message>
        <source>Differences against</source>
        <translation>Forskelle i forhold til</translation>
    </message>
    <message>
        <source>Per person</source>
        <translation>Pr. person</translation>
    </message>
    <message>
        <source>Shows or hides the list below the boards</source>
        <translation>Viser eller skjuler listen under ugeplanerne</translation>
    </message>
    <message>
        <source>Back to the board</source>
        <translation>Tilbage til ugeplanen</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Side om side</translation>
    </message>
    <message>
        <source>held against</source>
        <comment>versions, against one of them</comment>
        <translation>holdt op mod</translation>
    </message>
    <message>
        <source>At most %1 stand beside each other.</source>
        <translation>Højst %1 kan stå ved siden af hinanden.</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Sted</translation>
    </message>
    <message>
        <source>Only people who differ</source>
        <translation>Kun dem med forskelle</translation>
    </message>
    <message>
        <source>%1: %2 sessions differ</source>
        <translation>%1: møder med forskelle: %2</translation>
    </message>
    <message>
        <source>What differs for whom</source>
        <translation>Hvad der er anderledes for hvem</translation>
    </message>
    <message>
        <source>Nothing differs for anybody.</source>
        <translation>Intet er anderledes for nogen.</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Kopiér tabellen</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Version %1 (base)</source>
        <translation>Version %1 (udgangspunkt)</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Medarbejder</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>Borger</translation>
    </message>
    <message>
        <source>Citizens</source>
        <translation>Borgere</translation>
    </message>
    <message>
        <source>This week can&apos;t be planned as the unit stands, so no version can be checked.</source>
        <translation>Ugen kan ikke planlægges, som enheden er nu, og derfor kan ingen version kontrolleres.</translation>
    </message>
    <message>
        <source>Choose the versions above that are to stand beside each other.</source>
        <translation>Vælg ovenfor de versioner, der skal stå ved siden af hinanden.</translation>
    </message>
    <message>
        <source>hours unknown</source>
        <translation>timer ukendt</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 timer</translation>
    </message>
    <message>
        <source>1 duty missing</source>
        <translation>1 krav ikke opfyldt</translation>
    </message>
    <message>
        <source>%1 duties missing</source>
        <translation>%1 krav ikke opfyldt</translation>
    </message>
    <message>
        <source>no duty missing</source>
        <translation>alle krav opfyldt</translation>
    </message>
    <message>
        <source>Nobody has to be told.</source>
        <translation>Ingen skal have besked.</translation>
    </message>
    <message>
        <source>To be told: %1 and %2 of the staff.</source>
        <translation>Skal have besked: %1, medarbejdere: %2.</translation>
    </message>
    <message>
        <source>not in this week</source>
        <translation>ikke med i denne uge</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours, short</comment>
        <translation>%1 t</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 flere</translation>
    </message>
    <message>
        <source>%1 fewer</source>
        <translation>%1 færre</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 nye</translation>
    </message>
    <message>
        <source>%1 gone</source>
        <translation>%1 udgået</translation>
    </message>
    <message>
        <source>%1 moved</source>
        <translation>%1 flyttet</translation>
    </message>
    <message>
        <source>new</source>
        <translation>ny</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>udgået</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>flyttet</translation>
    </message>
    <message>
        <source>other people</source>
        <translation>andre personer</translation>
    </message>
    <message>
        <source>Not safe: it breaks %1. It can&apos;t be published.</source>
        <translation>Ikke sikker: den bryder %1. Den kan ikke offentliggøres.</translation>
    </message>
    <message>
        <source>staff</source>
        <comment>other staff, short</comment>
        <translation>medarb.</translation>
    </message>
    <message>
        <source>unevenness %1</source>
        <translation>ulighed %1</translation>
    </message>
    <message>
        <source>changes %1</source>
        <translation>ændringer %1</translation>
    </message>
    <message>
        <source>waiting %1 h</source>
        <translation>ventetid %1 t</translation>
    </message>
    <message>
        <source>Side by side …</source>
        <translation>Side om side …</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>No level</source>
        <translation>Intet niveau</translation>
    </message>
    <message>
        <source>needs a manual yes</source>
        <translation>kræver manuel godkendelse</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>låst</translation>
    </message>
    <message>
        <source>People: %1</source>
        <translation>Borgere: %1</translation>
    </message>
    <message>
        <source>Staff: %1</source>
        <translation>Medarbejdere: %1</translation>
    </message>
    <message>
        <source>Needs a manual yes before it is held</source>
        <translation>Kræver manuel godkendelse, før det holdes</translation>
    </message>
</context>
<context>
    <name>BoardMarks</name>
    <message>
        <source>new against the base</source>
        <translation>ny i forhold til udgangspunktet</translation>
    </message>
    <message>
        <source>not in every other version</source>
        <translation>mangler i en anden version</translation>
    </message>
    <message>
        <source>at another time or place</source>
        <translation>på et andet tidspunkt eller sted</translation>
    </message>
    <message>
        <source>other people or staff</source>
        <translation>andre deltagere eller medarbejdere</translation>
    </message>
</context>
<context>
    <name>BoardModes</name>
    <message>
        <source>Rooms</source>
        <translation>Lokaler</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Medarbejdere</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Borgere</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupper</translation>
    </message>
    <message>
        <source>What is held in which room</source>
        <translation>Hvad der foregår i hvilket lokale</translation>
    </message>
    <message>
        <source>What each member of the staff does, and when they are free</source>
        <translation>Hvad hver medarbejder laver, og hvornår de er ledige</translation>
    </message>
    <message>
        <source>What each person comes to</source>
        <translation>Hvad hver borger kommer til</translation>
    </message>
    <message>
        <source>Which groups are on a site when, and the time that keeps rivals apart</source>
        <translation>Hvilke grupper der er på et sted hvornår, og tiden der holder rivaler adskilt</translation>
    </message>
</context>
<context>
    <name>BoardPanel</name>
    <message>
        <source>Site</source>
        <translation>Sted</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>site, number of sessions</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>BoardView</name>
    <message>
        <source>Week board</source>
        <translation>Ugeplan</translation>
    </message>
</context>
<context>
    <name>Boards</name>
    <message>
        <source>Site</source>
        <translation>Sted</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Side om side</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Nuværende</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>Rettet</translation>
    </message>
    <message>
        <source>Whole week</source>
        <translation>Hele ugen</translation>
    </message>
    <message>
        <source>Rest of the week</source>
        <translation>Resten af ugen</translation>
    </message>
</context>
<context>
    <name>BulkHours</name>
    <message>
        <source>Decide weekly hours</source>
        <translation>Fastsæt ugentlige timer</translation>
    </message>
    <message>
        <source>Assess the threat level</source>
        <translation>Vurdér trusselsniveauet</translation>
    </message>
    <message>
        <source>Names are concealed. Show them first: entries on record change.</source>
        <translation>Navnene er skjult. Vis dem først: Registrerede afgørelser ændres.</translation>
    </message>
</context>
<context>
    <name>BulkPanel</name>
    <message>
        <source>Note an absence</source>
        <translation>Notér fravær</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Hvorfor</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Hvornår</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Bemærkning</translation>
    </message>
    <message>
        <source>Refer to an offer</source>
        <translation>Henvis til et tilbud</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Tilbud</translation>
    </message>
    <message>
        <source>Referred</source>
        <translation>Henvist</translation>
    </message>
    <message>
        <source>Enrol in an activity</source>
        <translation>Tilmeld en aktivitet</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivitet</translation>
    </message>
    <message>
        <source>A week at least</source>
        <translation>Mindst om ugen</translation>
    </message>
    <message>
        <source>A week at most</source>
        <translation>Højst om ugen</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>Tilmeldt</translation>
    </message>
    <message>
        <source>End an enrolment</source>
        <translation>Afslut en tilmelding</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Sidste dag</translation>
    </message>
    <message>
        <source>Add to a conflict group</source>
        <translation>Føj til en konfliktgruppe</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Medlem</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Kilde</translation>
    </message>
    <message>
        <source>Never plan on a site</source>
        <translation>Planlæg aldrig på et sted</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Sted</translation>
    </message>
    <message>
        <source>%1 are chosen</source>
        <translation>%1 er valgt</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 flere</translation>
    </message>
    <message>
        <source>Do it for %1</source>
        <translation>Udfør for %1</translation>
    </message>
    <message>
        <source>Done for %1.</source>
        <translation>Udført for %1.</translation>
    </message>
    <message>
        <source>It was so already for %1.</source>
        <translation>Det gjaldt allerede for %1.</translation>
    </message>
    <message>
        <source>Ctrl+Z undoes it for all of them.</source>
        <translation>Ctrl+Z fortryder det for dem alle.</translation>
    </message>
    <message>
        <source>What to do for all of them</source>
        <translation>Hvad der skal ske for dem alle</translation>
    </message>
</context>
<context>
    <name>CalendarPopup</name>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
</context>
<context>
    <name>CallNow</name>
    <message>
        <source>Call now: %1</source>
        <translation>Ring nu: %1</translation>
    </message>
</context>
<context>
    <name>CallRow</name>
    <message>
        <source>Told: %1</source>
        <translation>Har fået besked: %1</translation>
    </message>
</context>
<context>
    <name>Calls</name>
    <message>
        <source>%1 (staff)</source>
        <translation>%1 (medarbejder)</translation>
    </message>
    <message>
        <source>No longer yours: %1</source>
        <translation>Ikke længere din: %1</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>Aflyst: %1</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Nyt: %1</translation>
    </message>
    <message>
        <source>Others come: %1, now %2</source>
        <comment>session, names</comment>
        <translation>Andre kommer: %1, nu %2</translation>
    </message>
    <message>
        <source>%1, with %2</source>
        <comment>session, names</comment>
        <translation>%1, med %2</translation>
    </message>
    <message>
        <source>%1 · may be there now</source>
        <comment>what is cancelled or moved</comment>
        <translation>%1 · er der måske nu</translation>
    </message>
    <message>
        <source>People to call: %1</source>
        <translation>Ringeliste: %1</translation>
    </message>
</context>
<context>
    <name>CallsPanel</name>
    <message>
        <source>Copy the list</source>
        <translation>Kopiér listen</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Gem som PDF …</translation>
    </message>
    <message>
        <source>Can be told when they come</source>
        <translation>Kan få besked, når de kommer</translation>
    </message>
    <message>
        <source>Nobody&apos;s week changes.</source>
        <translation>Ingens uge ændres.</translation>
    </message>
    <message>
        <source>People to call · %1</source>
        <translation>Ring til · %1</translation>
    </message>
    <message>
        <source>%1 of %2 told</source>
        <translation>%1 af %2 har fået besked</translation>
    </message>
</context>
<context>
    <name>CheckMild</name>
    <message>
        <source>%1. It can&apos;t be published.</source>
        <translation>%1. Den kan ikke offentliggøres.</translation>
    </message>
    <message>
        <source>In 1 session somebody can&apos;t come or the room is shut</source>
        <translation>I 1 møde kan nogen ikke komme, eller lokalet er lukket</translation>
    </message>
    <message>
        <source>In %1 sessions somebody can&apos;t come or the room is shut</source>
        <translation>I %1 møder kan nogen ikke komme, eller lokalet er lukket</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Close Sikkerplan and lose this?</source>
        <translation>Luk Sikkerplan og mist dette?</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>Luk og mist det</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bliv</translation>
    </message>
    <message>
        <source>Something that was typed is not saved: it is not complete, or could not be stored.</source>
        <translation>Noget af det, der er skrevet, er ikke gemt: Det er ikke udfyldt færdigt, eller det kunne ikke gemmes.</translation>
    </message>
    <message>
        <source>The best plan that was found could not be stored: the vault&apos;s disk is full, or it can&apos;t be written now. Stay, make room, and it is stored when the planning ends.</source>
        <translation>Den bedste plan, der er fundet, kunne ikke gemmes: Boksens disk er fuld, eller der kan ikke skrives på den nu. Bliv, og skaf plads; så gemmes planen, når planlægningen slutter.</translation>
    </message>
    <message>
        <source>The week is still being planned while Sikkerplan is locked. What is found can be stored only once you have unlocked it.</source>
        <translation>Ugen planlægges stadig, mens Sikkerplan er låst. Det, der findes, kan først gemmes, når du har låst op.</translation>
    </message>
</context>
<context>
    <name>ClosingRepair</name>
    <message>
        <source>A repaired week was found that is neither accepted nor discarded. What happened stays on record, but the week stays as it was, and who was ticked as told of the repair is forgotten. Stay to accept or discard the repair.</source>
        <translation>Der er fundet en rettet uge, som hverken er godkendt eller kasseret. Det, der er sket, er registreret, men ugen forbliver, som den var, og det glemmes, hvem der er krydset af som underrettet. Bliv her for at godkende eller kassere den rettede uge.</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>&amp;Sheet</source>
        <translation>&amp;Ark</translation>
    </message>
    <message>
        <source>Each heading of the file, and what it says. Choose otherwise where the guess is wrong.</source>
        <translation>Filens overskrifter, og hvad der står under hver af dem. Vælg noget andet, hvor gættet er forkert.</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Overskrift</translation>
    </message>
    <message>
        <source>The first values</source>
        <translation>De første værdier</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>Betyder</translation>
    </message>
    <message>
        <source>(no heading)</source>
        <translation>(ingen overskrift)</translation>
    </message>
    <message>
        <source>What “%1” says</source>
        <translation>Hvad »%1« betyder</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Bruges ikke</translation>
    </message>
    <message>
        <source>The first row holds values, not headings. Put a row with headings above it and try again.</source>
        <translation>Den første række indeholder værdier og ikke overskrifter. Indsæt en række med overskrifter øverst, og prøv igen.</translation>
    </message>
    <message>
        <source>More than one heading says: %1. Choose one of them.</source>
        <translation>Flere overskrifter betyder det samme: %1. Vælg en af dem.</translation>
    </message>
    <message>
        <source>No heading says: %1. Without it nobody can tell what a row is about.</source>
        <translation>Ingen overskrift betyder: %1. Uden den kan man ikke se, hvem eller hvad en række handler om.</translation>
    </message>
    <message>
        <source>There are headings and no rows below them.</source>
        <translation>Der er overskrifter, men ingen rækker under dem.</translation>
    </message>
</context>
<context>
    <name>Conflicts</name>
    <message>
        <source>How far apart</source>
        <translation>Hvor adskilt</translation>
    </message>
    <message>
        <source>Time between their stays on a site</source>
        <translation>Tid mellem deres ophold på et sted</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutter</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Gælder</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Kilde</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begrundelse</translation>
    </message>
    <message>
        <source>New conflict group</source>
        <translation>Ny konfliktgruppe</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Belongs to it</source>
        <translation>Hører til gruppen</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>Nyt medlem</translation>
    </message>
    <message>
        <source>One side</source>
        <translation>Den ene side</translation>
    </message>
    <message>
        <source>Other side</source>
        <translation>Den anden side</translation>
    </message>
    <message>
        <source>The same group twice keeps its own members apart.</source>
        <translation>Samme gruppe to gange holder gruppens egne medlemmer adskilt.</translation>
    </message>
    <message>
        <source>New separation</source>
        <translation>Ny adskillelse</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>Fortsætter</translation>
    </message>
    <message>
        <source>Who says that it goes on. What was on record stays there.</source>
        <translation>Hvem der siger, at den fortsætter. Det, der allerede er registreret, bliver stående.</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Forny</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Sidste dag</translation>
    </message>
    <message>
        <source>From the day after, they may meet again.</source>
        <translation>Fra dagen efter må de mødes igen.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Afslut</translation>
    </message>
    <message>
        <source>Let it end</source>
        <translation>Lad ophøre</translation>
    </message>
    <message>
        <source>As if it had never been. To stop it from today, end it instead.</source>
        <translation>Som om den aldrig havde været der. Skal den blot ophøre fra i dag, så afslut den i stedet.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>Remove group</source>
        <translation>Fjern gruppe</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>og %1 mere</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Bemærkning</translation>
    </message>
    <message>
        <source>Along with it go %1 on record and separations: %2. Ctrl+Z brings everything back.</source>
        <translation>Med den forsvinder %1 i registreringen og adskillelser: %2. Ctrl+Z bringer det hele tilbage.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Hvorfor</translation>
    </message>
    <message>
        <source>runs out soon</source>
        <translation>udløber snart</translation>
    </message>
    <message>
        <source>begins later</source>
        <translation>begynder senere</translation>
    </message>
    <message>
        <source>run out, to be reviewed</source>
        <translation>udløbet, skal vurderes</translation>
    </message>
    <message>
        <source>ended, reviewed</source>
        <translation>ophørt, vurderet</translation>
    </message>
    <message>
        <source>%1: its own members</source>
        <translation>%1: egne medlemmer</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>a person, a conflict group</comment>
        <translation>%1 i %2</translation>
    </message>
    <message>
        <source>Session</source>
        <comment>scope of a separation</comment>
        <translation>Møde</translation>
    </message>
    <message>
        <source>Site</source>
        <comment>scope of a separation</comment>
        <translation>Sted</translation>
    </message>
    <message>
        <source>Site, %1 min. between</source>
        <translation>Sted, %1 min. imellem</translation>
    </message>
    <message>
        <source>%1 min.</source>
        <translation>%1 min.</translation>
    </message>
    <message>
        <source>Run out</source>
        <translation>Udløbet</translation>
    </message>
    <message>
        <source>Runs out soon</source>
        <translation>Udløber snart</translation>
    </message>
    <message>
        <source>Begins later</source>
        <translation>Begynder senere</translation>
    </message>
    <message>
        <source>Ended, reviewed</source>
        <translation>Ophørt, vurderet</translation>
    </message>
    <message>
        <source>Followed by another</source>
        <translation>Afløst af en anden</translation>
    </message>
    <message>
        <source>until further notice</source>
        <translation>indtil videre</translation>
    </message>
    <message>
        <source>1 day ago</source>
        <translation>for 1 dag siden</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>for %1 dage siden</translation>
    </message>
    <message>
        <source>last day today</source>
        <translation>sidste dag i dag</translation>
    </message>
    <message>
        <source>1 day left</source>
        <translation>1 dag tilbage</translation>
    </message>
    <message>
        <source>%1 days left</source>
        <translation>%1 dage tilbage</translation>
    </message>
    <message>
        <source>1 member</source>
        <translation>1 medlem</translation>
    </message>
    <message>
        <source>%1 members</source>
        <translation>%1 medlemmer</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 borger</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 borgere</translation>
    </message>
    <message>
        <source>Nothing on record: nobody has assessed these two</source>
        <translation>Intet registreret: ingen har vurderet de to</translation>
    </message>
    <message>
        <source>at most %1</source>
        <comment>hours</comment>
        <translation>højst %1</translation>
    </message>
    <message>
        <source>Week %1 loses no hours by it: no week without it could have more.</source>
        <translation>Uge %1 mister ingen timer ved den: ingen uge uden den kunne have flere.</translation>
    </message>
    <message>
        <source>In week %1 no hours were found that it costs. Without it, the week could have at most %3 hours more than the best week found with it (%4 hours).</source>
        <translation>I uge %1 blev der ikke fundet timer, som den koster. Uden den kunne ugen højst have %3 timer mere end den bedste uge, der blev fundet med den (%4 timer).</translation>
    </message>
    <message>
        <source>It costs week %1 %2 hours: that many more would be possible without it than in the best week found with it (%4 hours), and no more.</source>
        <translation>Den koster uge %1 %2 timer: så mange flere ville være mulige uden den end i den bedste uge, der blev fundet med den (%4 timer), og ikke flere.</translation>
    </message>
    <message>
        <source>It costs week %1 hours: without it, at least %2 and at most %3 hours more would be possible than in the best week found with it (%4 hours).</source>
        <translation>Den koster uge %1 timer: uden den ville mindst %2 og højst %3 timer mere være mulige end i den bedste uge, der blev fundet med den (%4 timer).</translation>
    </message>
    <message>
        <source>The week&apos;s plan breaks a rule by now. Plan it again, then ask what this costs.</source>
        <translation>Ugens plan bryder nu en regel. Planlæg ugen igen, og spørg derefter, hvad dette koster.</translation>
    </message>
    <message>
        <source>Stopped before anything was found.</source>
        <translation>Standset, før noget blev fundet.</translation>
    </message>
    <message>
        <source>d/M</source>
        <comment>date format of Qt in a small cell: day, month</comment>
        <translation>d/M</translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>New group…</source>
        <translation>Ny gruppe…</translation>
    </message>
    <message>
        <source>New separation…</source>
        <translation>Ny adskillelse…</translation>
    </message>
    <message>
        <source>For review</source>
        <translation>Til vurdering</translation>
    </message>
    <message>
        <source>Something is not saved yet: save or discard it first.</source>
        <translation>Noget er ikke gemt endnu: gem eller kassér det først.</translation>
    </message>
    <message>
        <source>Groups and matrix</source>
        <translation>Grupper og matrix</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netværk</translation>
    </message>
    <message>
        <source>Separations</source>
        <translation>Adskillelser</translation>
    </message>
    <message>
        <source>Views of the conflicts</source>
        <translation>Visninger af konflikterne</translation>
    </message>
    <message>
        <source>Choose a cell, a line of the network or a row: it is shown here and can be changed.</source>
        <translation>Vælg en celle, en streg i netværket eller en række: den vises her og kan ændres.</translation>
    </message>
</context>
<context>
    <name>CostBox</name>
    <message>
        <source>Outdated: the week or the unit has changed since.</source>
        <translation>Forældet: ugen eller enheden er ændret siden.</translation>
    </message>
    <message>
        <source>This is what it costs. It does not say that it is not needed.</source>
        <translation>Det er, hvad den koster. Det siger ikke, at den kan undværes.</translation>
    </message>
    <message>
        <source>What it costs the week</source>
        <translation>Hvad den koster ugen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Work it out</source>
        <translation>Beregn</translation>
    </message>
    <message>
        <source>Being worked out: week %1 is planned without it …</source>
        <translation>Beregnes: uge %1 planlægges uden den …</translation>
    </message>
    <message>
        <source>Being worked out: %1 of %2 …</source>
        <translation>Beregnes: %1 af %2 …</translation>
    </message>
    <message>
        <source>Week %1 has no plan yet that could lose hours by it.</source>
        <translation>Uge %1 har endnu ingen plan, der kunne miste timer ved den.</translation>
    </message>
    <message>
        <source>It keeps nobody apart in week %1, so it costs that week no hours.</source>
        <translation>Den holder ingen adskilt i uge %1 og koster derfor ikke ugen timer.</translation>
    </message>
    <message>
        <source>Not worked out yet for week %1.</source>
        <translation>Endnu ikke beregnet for uge %1.</translation>
    </message>
</context>
<context>
    <name>DangerPanel</name>
    <message>
        <source>Sessions that are not safe</source>
        <translation>Møder, der ikke er sikre</translation>
    </message>
    <message>
        <source>Choose what happened. At once you see here which sessions it makes unsafe.</source>
        <translation>Vælg, hvad der er sket. Så ser du straks her, hvilke møder det gør usikre.</translation>
    </message>
    <message>
        <source>Runs now: %1</source>
        <translation>I gang nu: %1</translation>
    </message>
    <message>
        <source>It was not safe before either.</source>
        <translation>Det var heller ikke sikkert før.</translation>
    </message>
    <message>
        <source>A session that runs at this moment is not safe. Call %1 now.</source>
        <translation>Et møde, der er i gang lige nu, er ikke sikkert. Ring til %1 nu.</translation>
    </message>
    <message>
        <source>%2 sessions that run at this moment are not safe. Call %1 now.</source>
        <translation>%2 møder, der er i gang lige nu, er ikke sikre. Ring til %1 nu.</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>today</source>
        <translation>i dag</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>i morgen</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>i går</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>for %1 dage siden</translation>
    </message>
    <message>
        <source>in %1 days</source>
        <translation>om %1 dage</translation>
    </message>
</context>
<context>
    <name>DayRow</name>
    <message>
        <source>Whole week</source>
        <translation>Hele ugen</translation>
    </message>
    <message>
        <source>All</source>
        <comment>all days, short</comment>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>New</source>
        <translation>Ny</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Udgået</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Flyttet</translation>
    </message>
    <message>
        <source>Other staff</source>
        <translation>Andre medarbejdere</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Medarbejder</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>Borger</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Hvad</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Før</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Efter</translation>
    </message>
    <message>
        <source>To be told</source>
        <translation>Skal have besked</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nej</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Hvad er anderledes</translation>
    </message>
    <message>
        <source>Citizens</source>
        <translation>Borgere</translation>
    </message>
    <message>
        <source>Back to the board</source>
        <translation>Tilbage til ugeplanen</translation>
    </message>
    <message>
        <source>Differences between two versions</source>
        <translation>Forskelle mellem to versioner</translation>
    </message>
    <message>
        <source>Nothing differs for anybody.</source>
        <translation>Intet er anderledes for nogen.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Sammenlign</translation>
    </message>
    <message>
        <source>with</source>
        <comment>between two versions</comment>
        <translation>med</translation>
    </message>
    <message>
        <source>The two are the same for everybody.</source>
        <translation>De to er ens for alle.</translation>
    </message>
    <message>
        <source>Nobody has to be told: staff alone differ.</source>
        <translation>Ingen skal have besked: kun medarbejderne er andre.</translation>
    </message>
    <message>
        <source>To be told if the second takes the place of the first: %1 and %2 of the staff.</source>
        <translation>Skal have besked, hvis den anden træder i stedet for den første: %1, medarbejdere: %2.</translation>
    </message>
</context>
<context>
    <name>DifferencesOver</name>
    <message>
        <source>Must be told</source>
        <translation>Skal have besked</translation>
    </message>
    <message>
        <source>Other staff only</source>
        <translation>Kun andre medarbejdere</translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>%1 has it open on the computer %2 (process %3) since %4.</source>
        <translation>%1 har haft den åben på computeren %2 (proces %3) siden %4.</translation>
    </message>
    <message>
        <source>A process on the computer %2 has it open (process %3).</source>
        <translation>En proces på computeren %2 har den åben (proces %3).</translation>
    </message>
    <message>
        <source>The next passphrase can be tried in 1 second.</source>
        <translation>Du kan prøve igen om 1 sekund.</translation>
    </message>
    <message>
        <source>The next passphrase can be tried in %1 seconds.</source>
        <translation>Du kan prøve igen om %1 sekunder.</translation>
    </message>
</context>
<context>
    <name>DraftLocks</name>
    <message>
        <source>Unlocked with it: %1.</source>
        <translation>Låst op sammen med den: %1.</translation>
    </message>
</context>
<context>
    <name>DraftRuns</name>
    <message>
        <source>Nothing was changed: by the draft that they were told of last these are in a session right now, which would be in no plan any more: %1. Wait until it is over.</source>
        <translation>Intet er ændret: Efter den kladde, de sidst har fået besked om, er disse i et møde lige nu, som ikke længere ville stå i nogen plan: %1. Vent, til det er slut.</translation>
    </message>
    <message>
        <source>draft %1</source>
        <comment>its number, amid a sentence</comment>
        <translation>kladde %1</translation>
    </message>
    <message>
        <source>Not discarded: %1. People were told of it last, and have to be called by the list first or are in a session of it right now.</source>
        <comment>which drafts</comment>
        <translation>Ikke kasseret: %1. Nogen har sidst fået besked om den og skal først ringes op efter ringelisten, eller de er lige nu til et af dens møder.</translation>
    </message>
</context>
<context>
    <name>DraftTold</name>
    <message>
        <source>draft taken back</source>
        <translation>kladde trukket tilbage</translation>
    </message>
    <message>
        <source>Not discarded: these were told of it last, and not yet of the version that people go by: %1. Call them by the list first.</source>
        <translation>Ikke kasseret: Disse har sidst fået besked om den og endnu ikke om den version, der gælder: %1. Ring først til dem efter ringelisten.</translation>
    </message>
    <message>
        <source>People were told of a draft that goes: it stays until they have been called by the list, and version %1 takes its place.</source>
        <translation>Nogen har fået besked om en kladde, der skal væk: Den bliver stående, til de er ringet op efter ringelisten, og version %1 træder i stedet for den.</translation>
    </message>
</context>
<context>
    <name>DuePanel</name>
    <message>
        <source>Tick all</source>
        <translation>Sæt kryds ved alle</translation>
    </message>
    <message>
        <source>Erase what is ticked …</source>
        <translation>Slet det afkrydsede …</translation>
    </message>
    <message>
        <source>named in a plan of this week or a later one</source>
        <translation>er med i en plan for denne uge eller en senere</translation>
    </message>
    <message>
        <source>Nothing is due today.</source>
        <translation>Intet skal slettes i dag.</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 registreringer</translation>
    </message>
    <message>
        <source>from before %1</source>
        <translation>fra før den %1</translation>
    </message>
    <message>
        <source>By the rules beside, this may not be kept any longer. Nothing goes by itself: tick what may go. What is erased can&apos;t be brought back, and leaves no trace in the vault or in later backups.</source>
        <translation>Efter reglerne må dette ikke opbevares længere. Intet slettes af sig selv: sæt kryds ved det, der må slettes. Det slettede kan ikke hentes tilbage og efterlader intet spor i boksen eller i senere sikkerhedskopier.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Hvad</translation>
    </message>
    <message>
        <source>Due since</source>
        <translation>Skulle slettes</translation>
    </message>
    <message>
        <source>What is due for erasure</source>
        <translation>Hvad der skal slettes</translation>
    </message>
    <message>
        <source>Erase %1 entries for good? They can&apos;t be brought back.</source>
        <translation>Skal %1 oplysninger slettes endeligt? De kan ikke hentes tilbage.</translation>
    </message>
    <message>
        <source>Erasing …</source>
        <translation>Sletter …</translation>
    </message>
</context>
<context>
    <name>DutiesMissing</name>
    <message>
        <source>1 duty missing</source>
        <translation>1 krav ikke opfyldt</translation>
    </message>
</context>
<context>
    <name>ErrorsTableModel</name>
    <message>
        <source>What is wrong</source>
        <translation>Hvad der er galt</translation>
    </message>
    <message>
        <source>Place in the file</source>
        <translation>Sted i filen</translation>
    </message>
    <message>
        <source>the whole file</source>
        <translation>hele filen</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export everything</source>
        <translation>Eksportér alt</translation>
    </message>
    <message>
        <source>I know that nothing protects this file any more.</source>
        <translation>Jeg ved, at intet længere beskytter denne fil.</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Eksportér …</translation>
    </message>
    <message>
        <source>The file holds every name, group, threat level, separation and plan in plain text. Whoever has the file can read it. Use a backup to keep your data safe, and an export only to move it to another system; delete it afterwards.</source>
        <translation>Filen indeholder alle navne, grupper, trusselsniveauer, adskillelser og planer i klartekst. Enhver, der har filen, kan læse den. Brug en sikkerhedskopi til at sikre data og kun en eksport til at flytte dem til et andet system; slet den bagefter.</translation>
    </message>
    <message>
        <source>&amp;Reason, for the record</source>
        <translation>&amp;Begrundelse, til loggen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuller</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON-filer (*.json)</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>The room holds %1; %2 come.</source>
        <translation>Lokalet har plads til %1; der kommer %2.</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Lokale</translation>
    </message>
    <message>
        <source>Needed: %1. Missing: %2.</source>
        <translation>Kræves: %1. Mangler: %2.</translation>
    </message>
    <message>
        <source>Needed: %1. The room has it.</source>
        <translation>Kræves: %1. Det har lokalet.</translation>
    </message>
    <message>
        <source>Room&apos;s equipment</source>
        <translation>Lokalets udstyr</translation>
    </message>
    <message>
        <source>The activity is for %1; %2 come.</source>
        <translation>Aktiviteten er for %1; der kommer %2.</translation>
    </message>
    <message>
        <source>The activity is for %1 to %2; %3 come.</source>
        <translation>Aktiviteten er for %1 til %2; der kommer %3.</translation>
    </message>
    <message>
        <source>Group of the activity</source>
        <translation>Aktivitetens holdstørrelse</translation>
    </message>
    <message>
        <source>The largest group at level %1 is %2; %3 come.</source>
        <translation>Det største hold på niveau %1 er %2; der kommer %3.</translation>
    </message>
    <message>
        <source>Group at this level</source>
        <translation>Holdstørrelse på niveauet</translation>
    </message>
    <message>
        <source>Needed: %1 and %2 on guard. Given: %3, of whom %4 can guard.</source>
        <translation>Kræver %1 og %2 som vagt, tildelt %3, heraf %4, der kan være vagt.</translation>
    </message>
    <message>
        <source>Needed: %1. Given: %2.</source>
        <translation>Kræver %1, tildelt %2.</translation>
    </message>
    <message>
        <source>Level %1 asks for it.</source>
        <translation>Niveau %1 kræver det.</translation>
    </message>
    <message>
        <source>Nobody has the activity&apos;s skill.</source>
        <translation>Ingen har den kompetence, som aktiviteten kræver.</translation>
    </message>
    <message>
        <source>Only somebody on guard has the activity&apos;s skill.</source>
        <translation>Kun en, der har vagt, har aktivitetens kompetence.</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Medarbejdere</translation>
    </message>
    <message>
        <source>Apart from %1</source>
        <translation>Adskilt fra %1</translation>
    </message>
    <message>
        <source>%1: must not meet, yet %2 is in this session.</source>
        <translation>%1: må ikke mødes, men %2 er med i dette møde.</translation>
    </message>
    <message>
        <source>%1: nobody of them is with the unit this week.</source>
        <translation>%1: ingen af dem er i enheden i denne uge.</translation>
    </message>
    <message>
        <source>%1: never in one session. Nobody of them is in this one.</source>
        <translation>%1: aldrig i samme møde. Ingen af dem er med i dette.</translation>
    </message>
    <message>
        <source>%1: never on the site at once, %2 minutes between.</source>
        <translation>%1: aldrig på stedet samtidig, %2 minutter imellem.</translation>
    </message>
    <message>
        <source>Workplace of %1 of them unknown that day.</source>
        <translation>Arbejdsstedet for %1 af dem er ukendt den dag.</translation>
    </message>
    <message>
        <source>Nobody of them is here that day.</source>
        <translation>Ingen af dem er her den dag.</translation>
    </message>
    <message>
        <source>%1 is here at the same time (%2).</source>
        <translation>%1 er her samtidig (%2).</translation>
    </message>
    <message>
        <source>Nearest: %1 %2, %3 minutes after.</source>
        <translation>Nærmest: %1 %2, %3 minutter efter.</translation>
    </message>
    <message>
        <source>Nearest: %1 %2, %3 minutes before.</source>
        <translation>Nærmest: %1 %2, %3 minutter før.</translation>
    </message>
    <message>
        <source>%1 alone on the site</source>
        <translation>%1 alene på stedet</translation>
    </message>
    <message>
        <source>%1 asks for it.</source>
        <translation>%1 kræver det.</translation>
    </message>
    <message>
        <source>Others are in this session.</source>
        <translation>Der er andre med i mødet.</translation>
    </message>
    <message>
        <source>Nobody else is here that day.</source>
        <translation>Ingen andre er her den dag.</translation>
    </message>
    <message>
        <source>Nearest: %1, %2 minutes away.</source>
        <translation>Nærmest: %1, %2 minutter imellem.</translation>
    </message>
    <message>
        <source>%1 must be alone on the site</source>
        <translation>%1 skal være alene på stedet</translation>
    </message>
    <message>
        <source>Is that day at a workplace that is not on record.</source>
        <translation>Er den dag på en arbejdsplads, der ikke er registreret.</translation>
    </message>
    <message>
        <source>Is here at the same time (%1).</source>
        <translation>Er her samtidig (%1).</translation>
    </message>
    <message>
        <source>Is here %1, %2 minutes after.</source>
        <translation>Er her %1, %2 minutter efter.</translation>
    </message>
    <message>
        <source>Is here %1, %2 minutes before.</source>
        <translation>Er her %1, %2 minutter før.</translation>
    </message>
    <message>
        <source>%1 avoids</source>
        <comment>a person who avoids staff or sites</comment>
        <translation>%1 undgår</translation>
    </message>
    <message>
        <source>%1: met here.</source>
        <translation>%1: er til stede her.</translation>
    </message>
    <message>
        <source>%1: not met here.</source>
        <translation>%1: er ikke til stede her.</translation>
    </message>
    <message>
        <source>The level of %1 asks for it before the session is held.</source>
        <translation>Niveauet for %1 kræver det, før mødet holdes.</translation>
    </message>
    <message>
        <source>A manual yes</source>
        <translation>Manuel godkendelse</translation>
    </message>
    <message>
        <source>This session %1; the week %2. No budget is on record.</source>
        <translation>Dette møde %1; ugen %2 i alt. Der er ikke registreret noget budget.</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Udgift</translation>
    </message>
    <message>
        <source>This session %1; the week %2 of %3.</source>
        <translation>Dette møde %1; ugen %2 af højst %3</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>cannot be kept like this</source>
        <translation>kan ikke gemmes sådan</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>findes allerede</translation>
    </message>
    <message>
        <source>must be filled in</source>
        <translation>skal udfyldes</translation>
    </message>
    <message>
        <source>is not in the list</source>
        <translation>findes ikke på listen</translation>
    </message>
    <message>
        <source>is not a date such as 23-11-2026</source>
        <translation>er ikke en dato som 23-11-2026</translation>
    </message>
    <message>
        <source>is not a number of hours such as 7.5 or 7:30</source>
        <translation>er ikke et timetal som 7,5 eller 7:30</translation>
    </message>
    <message>
        <source>a line is still open: finish it or cancel it</source>
        <translation>en linje er stadig åben: overfør den, eller annullér</translation>
    </message>
    <message>
        <source>is not on record in this unit</source>
        <translation>er ikke registreret i enheden</translation>
    </message>
    <message>
        <source>is before the first day</source>
        <translation>ligger før den første dag</translation>
    </message>
    <message>
        <source>stands here more than once</source>
        <translation>står her mere end én gang</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>må ikke være tom</translation>
    </message>
    <message>
        <source>asks for less than the level below it</source>
        <translation>kræver mindre end niveauet under</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>mangler</translation>
    </message>
    <message>
        <source>is not one of the words allowed here</source>
        <translation>er ikke et af de ord, der må stå her</translation>
    </message>
    <message>
        <source>is not a time of day such as 08:00</source>
        <translation>er ikke et klokkeslæt som 08:00</translation>
    </message>
    <message>
        <source>is not a date such as 2026-11-23</source>
        <translation>er ikke en dato som 2026-11-23</translation>
    </message>
    <message>
        <source>is not a list</source>
        <translation>er ikke en liste</translation>
    </message>
    <message>
        <source>must be 15, 30 or 60</source>
        <translation>skal være 15, 30 eller 60</translation>
    </message>
    <message>
        <source>is not a time such as 2026-11-23T08:00</source>
        <translation>er ikke et tidspunkt som 2026-11-23T08:00</translation>
    </message>
    <message>
        <source>is not one of mon, tue, wed, thu, fri, sat, sun</source>
        <translation>er ikke mon, tue, wed, thu, fri, sat eller sun</translation>
    </message>
    <message>
        <source>is not after the start</source>
        <translation>ligger ikke efter starten</translation>
    </message>
    <message>
        <source>is not an id: 1 to 64 of A-Z a-z 0-9 _ . -</source>
        <translation>er ikke et id: 1 til 64 af A-Z a-z 0-9 _ . -</translation>
    </message>
    <message>
        <source>is not an object</source>
        <translation>er ikke et objekt</translation>
    </message>
    <message>
        <source>is neither true nor false</source>
        <translation>er hverken true eller false</translation>
    </message>
    <message>
        <source>is not a number of hours that is a whole number of minutes</source>
        <translation>er ikke et antal timer, der går op i hele minutter</translation>
    </message>
    <message>
        <source>is not JSON in UTF-8</source>
        <translation>er ikke JSON i UTF-8</translation>
    </message>
    <message>
        <source>is not text</source>
        <translation>er ikke tekst</translation>
    </message>
    <message>
        <source>is not a whole number</source>
        <translation>er ikke et helt tal</translation>
    </message>
    <message>
        <source>belongs to mentor-based company offers only</source>
        <translation>hører kun til mentorbaserede virksomhedsrettede tilbud</translation>
    </message>
    <message>
        <source>says something for the scope site only</source>
        <translation>har kun betydning, når adskillelsen gælder stedet</translation>
    </message>
    <message>
        <source>is more than the limit on record</source>
        <translation>er mere end den registrerede grænse</translation>
    </message>
    <message>
        <source>must be local time</source>
        <translation>skal være lokal tid</translation>
    </message>
    <message>
        <source>overlaps another one</source>
        <translation>overlapper en anden</translation>
    </message>
    <message>
        <source>names the same one twice</source>
        <translation>nævner den samme to gange</translation>
    </message>
    <message>
        <source>is too large</source>
        <translation>er for stor</translation>
    </message>
    <message>
        <source>is too small</source>
        <translation>er for lille</translation>
    </message>
    <message>
        <source>is not a country whose public holidays are known</source>
        <translation>er ikke et land, hvis helligdage er kendt</translation>
    </message>
    <message>
        <source>is not a format that this version reads</source>
        <translation>er ikke et format, som denne version læser</translation>
    </message>
    <message>
        <source>is not known here</source>
        <translation>kendes ikke her</translation>
    </message>
    <message>
        <source>refers to something that is not in the file</source>
        <translation>henviser til noget, der ikke er i filen</translation>
    </message>
    <message>
        <source>has the wrong number of entries</source>
        <translation>har et forkert antal poster</translation>
    </message>
</context>
<context>
    <name>FaultLevel</name>
    <message>
        <source>is before the day of the assessment</source>
        <translation>ligger før vurderingsdatoen</translation>
    </message>
</context>
<context>
    <name>FiguresAnew</name>
    <message>
        <source>Its figures are worked out anew: something that they rest on was changed since it was made.</source>
        <translation>Tallene er regnet ud på ny: noget, de bygger på, er ændret, siden planen blev lavet.</translation>
    </message>
</context>
<context>
    <name>FiguresMade</name>
    <message>
        <source>when it was made: %1</source>
        <translation>da den blev lavet: %1</translation>
    </message>
</context>
<context>
    <name>FiguresStrip</name>
    <message>
        <source>Hours in sessions</source>
        <translation>Planlagte timer</translation>
    </message>
    <message>
        <source>At most possible</source>
        <translation>Højst muligt</translation>
    </message>
    <message>
        <source>Hours in placements</source>
        <translation>Timer i faste forløb</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Møder</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Borgere</translation>
    </message>
    <message>
        <source>Duties missing</source>
        <translation>Uopfyldte krav</translation>
    </message>
    <message>
        <source>No bound is known.</source>
        <translation>Der kendes ingen øvre grænse.</translation>
    </message>
    <message>
        <source>Proven: no plan can give more than %1 hours. The gap is %2 of that.</source>
        <translation>Bevist: Ingen plan kan give mere end %1 timer. Forskellen er %2 af det.</translation>
    </message>
    <message>
        <source>gap %1</source>
        <translation>forskel %1</translation>
    </message>
    <message>
        <source>Planned in %1</source>
        <translation>Planlagt på %1</translation>
    </message>
    <message>
        <source>Show what was found</source>
        <translation>Vis, hvad der blev fundet</translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message>
        <source>&amp;Choose file …</source>
        <translation>&amp;Vælg fil …</translation>
    </message>
    <message>
        <source>&amp;Paste a table</source>
        <translation>&amp;Indsæt en tabel</translation>
    </message>
    <message>
        <source>&amp;Save an empty table …</source>
        <translation>&amp;Gem en tom tabel …</translation>
    </message>
    <message>
        <source>&amp;What is in the table?</source>
        <translation>&amp;Hvad indeholder tabellen?</translation>
    </message>
    <message>
        <source>Drop a file here, choose one, or copy the rows in your spreadsheet and paste them. CSV and XLSX are read; the first row holds the headings. Nothing changes before you have seen what would.</source>
        <translation>Træk en fil hertil, vælg en, eller kopiér rækkerne i dit regneark, og indsæt dem. CSV og XLSX kan læses; den første række skal indeholde overskrifterne. Intet ændres, før du har set, hvad der vil ske.</translation>
    </message>
    <message>
        <source>Columns that are understood: %1.</source>
        <translation>Kolonner, der genkendes: %1.</translation>
    </message>
    <message>
        <source>Choose a table</source>
        <translation>Vælg en tabel</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.xlsm *.csv *.txt *.tsv);;All files (*)</source>
        <translation>Tabeller (*.xlsx *.xlsm *.csv *.txt *.tsv);;Alle filer (*)</translation>
    </message>
    <message>
        <source>Save an empty table</source>
        <translation>Gem en tom tabel</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel-projektmapper (*.xlsx)</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Saved as %1</source>
        <translation>Gemt som %1</translation>
    </message>
    <message>
        <source>The file could not be written there.</source>
        <translation>Filen kunne ikke gemmes dér.</translation>
    </message>
    <message>
        <source>Nothing could be drawn: this computer has no fonts.</source>
        <translation>Intet kunne tegnes: Computeren har ingen skrifttyper.</translation>
    </message>
    <message>
        <source>Nothing was written: the audit trail could not be written.</source>
        <translation>Intet er skrevet: Der kunne ikke skrives i revisionssporet.</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>To the first planned week</source>
        <translation>Frem til den første planlagte uge</translation>
    </message>
    <message>
        <source>Each step leads to its page. What is entered is kept at once, and Ctrl+Z takes it back.</source>
        <translation>Hvert trin fører til sin side. Det indtastede gemmes med det samme, og Ctrl+Z fortryder det.</translation>
    </message>
    <message>
        <source>%1 entered</source>
        <translation>%1 indtastet</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>endnu ikke</translation>
    </message>
</context>
<context>
    <name>Forms</name>
    <message>
        <source>(no longer in the list)</source>
        <translation>(findes ikke længere på listen)</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Vælg …</translation>
    </message>
    <message>
        <source>Type to search</source>
        <translation>Skriv for at søge</translation>
    </message>
    <message>
        <source>%1: search</source>
        <translation>%1: søg</translation>
    </message>
    <message>
        <source>Nothing ticked</source>
        <translation>Intet valgt</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <comment>how a date is typed</comment>
        <translation>dd-mm-åååå</translation>
    </message>
    <message>
        <source>Choose in a calendar</source>
        <translation>Vælg i en kalender</translation>
    </message>
    <message>
        <source>hh:mm</source>
        <comment>how a time of day is typed</comment>
        <translation>tt:mm</translation>
    </message>
    <message>
        <source>%1: time of day</source>
        <translation>%1: klokkeslæt</translation>
    </message>
    <message>
        <source>Until further notice</source>
        <translation>Indtil videre</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>Den sidste dag ligger før den første.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Til</translation>
    </message>
    <message>
        <source>The end does not lie after the start.</source>
        <translation>Slutningen ligger ikke efter starten.</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Fra og med</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Til og med</translation>
    </message>
    <message>
        <source>dd/MM/yyyy</source>
        <comment>date format of Qt as it is typed: day, month, year</comment>
        <translation>dd-MM-yyyy</translation>
    </message>
    <message>
        <source>from %1 until further notice</source>
        <translation>fra %1 indtil videre</translation>
    </message>
    <message>
        <source>%1, week %2</source>
        <comment>weekday, week</comment>
        <translation>%1, uge %2</translation>
    </message>
    <message>
        <source>For the audit trail; may be left out</source>
        <translation>Til revisionssporet; kan udelades</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Gem</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuller</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Kassér</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Fortsæt redigeringen</translation>
    </message>
    <message>
        <source>Discard your changes?</source>
        <translation>Vil du kassere dine ændringer?</translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>Begrundelse for ændringen</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Linje %1: %2</translation>
    </message>
    <message>
        <source>Elsewhere in the unit</source>
        <translation>Andetsteds i enheden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a name, what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Must be at least %1.</source>
        <translation>Skal være mindst %1.</translation>
    </message>
    <message>
        <source>Must be at most %1.</source>
        <translation>Må højst være %1.</translation>
    </message>
    <message>
        <source>DKK</source>
        <translation>kr.</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>timer</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutter</translation>
    </message>
    <message>
        <source>Add …</source>
        <translation>Tilføj …</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Ret …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Overfør</translation>
    </message>
    <message>
        <source>Type a word and press Enter</source>
        <translation>Skriv et ord, og tryk Enter</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Fjern %1</translation>
    </message>
    <message>
        <source>The whole day</source>
        <translation>Hele døgnet</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Ryd</translation>
    </message>
    <message>
        <source>No hours on record: unknown</source>
        <translation>Ingen tider registreret: ukendt</translation>
    </message>
    <message>
        <source>painted</source>
        <translation>markeret</translation>
    </message>
    <message>
        <source>free</source>
        <translation>ikke markeret</translation>
    </message>
</context>
<context>
    <name>GroupLanes</name>
    <message>
        <source>There: %1</source>
        <translation>Til stede: %1</translation>
    </message>
    <message>
        <source>Nobody of the lane is there</source>
        <translation>Ingen fra rækken er til stede</translation>
    </message>
    <message>
        <source>Kept clear: %1</source>
        <translation>Holdes fri: %1</translation>
    </message>
    <message>
        <source>Nothing keeps the lane clear</source>
        <translation>Intet holder rækken fri</translation>
    </message>
    <message>
        <source>%1: empty, %2 between rivals</source>
        <comment>times, minutes</comment>
        <translation>%1: tomt, %2 mellem rivaler</translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message>
        <source>Save</source>
        <translation>Gem</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Kassér</translation>
    </message>
    <message>
        <source>Remove group…</source>
        <translation>Fjern gruppe…</translation>
    </message>
    <message>
        <source>New member…</source>
        <translation>Nyt medlem…</translation>
    </message>
    <message>
        <source>Open person</source>
        <translation>Åbn person</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>Forny…</translation>
    </message>
    <message>
        <source>End…</source>
        <translation>Afslut…</translation>
    </message>
    <message>
        <source>Let it end…</source>
        <translation>Lad ophøre…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Fjern…</translation>
    </message>
    <message>
        <source>Its own members</source>
        <translation>Egne medlemmer</translation>
    </message>
    <message>
        <source>Nothing on record. Choose a cell of the matrix to keep it apart from another.</source>
        <translation>Intet registreret. Vælg en celle i matrixen for at holde den adskilt fra en anden.</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Medlemmer</translation>
    </message>
    <message>
        <source>Kept apart from</source>
        <translation>Holdes adskilt fra</translation>
    </message>
</context>
<context>
    <name>GroupView</name>
    <message>
        <source>%1 without others of the group</source>
        <translation>%1 uden andre fra gruppen</translation>
    </message>
    <message>
        <source>%2 not with %1</source>
        <comment>who is there, who must stay away</comment>
        <translation>%2 ikke sammen med %1</translation>
    </message>
    <message>
        <source>%1 between (%2)</source>
        <comment>minutes, who</comment>
        <translation>%1 imellem (%2)</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Sikkerplan – guide</source>
        <translation>Sikkerplan – vejledning</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Søg i vejledningen</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>Vejledningens sider</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Det fundne</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tilbage</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Frem</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Mindre tekst</translation>
    </message>
    <message>
        <source>Text at 100 %</source>
        <translation>Tekst i 100 %</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Større tekst</translation>
    </message>
    <message>
        <source>1 place found</source>
        <translation>1 sted fundet</translation>
    </message>
    <message>
        <source>%1 places found</source>
        <translation>%1 steder fundet</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer or shorter words.</source>
        <translation>Intet fundet. Prøv færre eller kortere ord.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>how large the text is</comment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>Handwork</name>
    <message>
        <source>The week is being planned: wait for it, or stop it.</source>
        <translation>Ugen er ved at blive planlagt: vent, eller stop planlægningen.</translation>
    </message>
    <message>
        <source>There is no plan to change.</source>
        <translation>Der er ingen plan at ændre.</translation>
    </message>
    <message>
        <source>Not published: the plan breaks a rule as the unit stands now.</source>
        <translation>Ikke offentliggjort: planen bryder en regel, som enheden er nu.</translation>
    </message>
    <message>
        <source>Version %1 is published. It never changes; what you change now goes into a new draft.</source>
        <translation>Version %1 er offentliggjort. Den ændres aldrig; det, du ændrer nu, kommer i en ny kladde.</translation>
    </message>
    <message>
        <source>Another lock holds this session as it is in another version: lift that one first.</source>
        <translation>En anden lås holder mødet, som det er i en anden version: ophæv den først.</translation>
    </message>
    <message>
        <source>Somebody must be named.</source>
        <translation>Der skal stå et navn.</translation>
    </message>
    <message>
        <source>Done: %1. Ctrl+Z undoes it.</source>
        <translation>Udført: %1. Ctrl+Z fortryder.</translation>
    </message>
    <message>
        <source>The week has been changed by something else: it is shown anew. Try again.</source>
        <translation>Ugen er blevet ændret af noget andet og vises på ny. Prøv igen.</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>Checked: no rule broken</source>
        <translation>Kontrolleret: ingen regel er brudt</translation>
    </message>
    <message>
        <source>Checked: 1 rule broken</source>
        <translation>Kontrolleret: 1 regel er brudt</translation>
    </message>
    <message>
        <source>Checked: %1 rules broken</source>
        <translation>Kontrolleret: %1 regler er brudt</translation>
    </message>
    <message>
        <source>The plan is empty</source>
        <translation>Planen er tom</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 advarsel</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>%1 advarsler</translation>
    </message>
    <message>
        <source>form</source>
        <translation>form</translation>
    </message>
    <message>
        <source>room</source>
        <translation>lokale</translation>
    </message>
    <message>
        <source>room once</source>
        <translation>ét møde ad gangen i lokalet</translation>
    </message>
    <message>
        <source>staff free</source>
        <translation>medarbejder ledig</translation>
    </message>
    <message>
        <source>staffing</source>
        <translation>bemanding</translation>
    </message>
    <message>
        <source>citizen free</source>
        <translation>borger ledig</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>timer</translation>
    </message>
    <message>
        <source>enrolled</source>
        <translation>tilmeldt</translation>
    </message>
    <message>
        <source>group size</source>
        <translation>holdstørrelse</translation>
    </message>
    <message>
        <source>apart in session</source>
        <translation>adskilt i mødet</translation>
    </message>
    <message>
        <source>apart on site</source>
        <translation>adskilt på stedet</translation>
    </message>
    <message>
        <source>alone on site</source>
        <translation>alene på stedet</translation>
    </message>
    <message>
        <source>avoid</source>
        <translation>undgå</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>låst</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>budget</translation>
    </message>
    <message>
        <source>the plan&apos;s own figures</source>
        <translation>planens egne tal</translation>
    </message>
    <message>
        <source>%1 is broken</source>
        <translation>%1 er brudt</translation>
    </message>
    <message>
        <source>%1 is broken: %2</source>
        <translation>%1 er brudt: %2</translation>
    </message>
    <message>
        <source>%1: the threat assessment has run out. Planned one level higher until it is renewed.</source>
        <translation>%1: Trusselsvurderingen er udløbet. Planlægges et niveau højere, til den er fornyet.</translation>
    </message>
    <message>
        <source>%1: no threat assessment. Planned at the highest level until there is one.</source>
        <translation>%1: Ingen trusselsvurdering. Planlægges på højeste niveau, til der er en.</translation>
    </message>
    <message>
        <source>%1: the measures of their threat level are unknown in this week. Nothing is planned.</source>
        <translation>%1: Sikkerhedsforanstaltningerne for trusselsniveauet er ukendte i denne uge. Der planlægges ingenting.</translation>
    </message>
    <message>
        <source>Threat level %1 has no measures on record for the whole week. The next level above is taken; where there is none, nothing is planned.</source>
        <translation>Trusselsniveau %1 har ikke registrerede sikkerhedsforanstaltninger for hele ugen. Der regnes med det næste niveau over; findes det ikke, planlægges der ingenting.</translation>
    </message>
    <message>
        <source>%1: the level asks for a manual yes before each session.</source>
        <translation>%1: Niveauet kræver manuel godkendelse før hvert møde.</translation>
    </message>
    <message>
        <source>%1: no weekly hours on record. Nothing that counts as hours is planned.</source>
        <translation>%1: Ingen ugentlige timer er registreret. Der planlægges intet, der tæller som timer.</translation>
    </message>
    <message>
        <source>%1: weekly hours are on record for a part of the week only. The other days are left out.</source>
        <translation>%1: Ugentlige timer er kun registreret for en del af ugen. De øvrige dage er udeladt.</translation>
    </message>
    <message>
        <source>%1: the weekly hours are due for review.</source>
        <translation>%1: De ugentlige timer skal tages op til vurdering.</translation>
    </message>
    <message>
        <source>%1: no times on record at which they can come. Nothing is planned.</source>
        <translation>%1: Det er ikke registreret, hvornår borgeren kan komme. Der planlægges intet.</translation>
    </message>
    <message>
        <source>%1: no conflict group on record. That does not mean that there is none.</source>
        <translation>%1: Ingen konfliktgruppe er registreret. Det betyder ikke, at der ikke er en.</translation>
    </message>
    <message>
        <source>%1 and %2 must be kept apart, but are placed at %3 at the same time or too close.</source>
        <translation>%1 og %2 skal holdes adskilt, men er begge på %3 samtidig eller for tæt på hinanden.</translation>
    </message>
    <message>
        <source>%1: the threat level asks for nobody else on the site, but %2 is placed at %3 at the same time.</source>
        <translation>%1: Trusselsniveauet kræver, at ingen anden er på stedet, men %2 er på %3 samtidig.</translation>
    </message>
    <message>
        <source>%1: the workplace of the placement is unknown. Nobody can be kept apart from them there, and no time is kept for the way.</source>
        <translation>%1: Arbejdsstedet for det faste forløb er ukendt. Dér kan ingen holdes adskilt fra borgeren, og der er ikke sat tid af til vejen.</translation>
    </message>
    <message>
        <source>%1: at a placement, but not enrolled with the unit in this week. Others are kept apart from them there; nothing is planned.</source>
        <translation>%1: Er i et fast forløb, men ikke tilmeldt enheden i denne uge. Andre holdes adskilt fra borgeren dér; der planlægges ingenting.</translation>
    </message>
    <message>
        <source>%1: the enrolment in %2, its offer or the referral to it covers a part of the week only. It is planned from the first whole week.</source>
        <translation>%1: Tilmeldingen til %2, tilbuddet eller henvisningen til det dækker kun en del af ugen. Det planlægges fra den første hele uge.</translation>
    </message>
    <message>
        <source>%1: enrolled in %2, but its offer does not run in this week, or there is no referral to it. It is not planned.</source>
        <translation>%1: Er tilmeldt %2, men tilbuddet kører ikke i denne uge, eller der er ingen henvisning til det. Det planlægges ikke.</translation>
    </message>
    <message>
        <source>The offer of %1 does not run all week. Those without activation may not be called to it.</source>
        <translation>Tilbuddet bag %1 kører ikke hele ugen. Borgere uden aktivering bliver måske ikke indkaldt til det.</translation>
    </message>
    <message>
        <source>The way between %1 and %2 is unknown. The longest known way is taken, and at least an hour.</source>
        <translation>Vejen mellem %1 og %2 er ukendt. Der regnes med den længste kendte og mindst en time.</translation>
    </message>
    <message>
        <source>The law&apos;s weekly hours are not on record. Planned by each person&apos;s own hours alone.</source>
        <translation>Lovens ugentlige timetal er ikke registreret. Der planlægges alene efter den enkeltes egne timer.</translation>
    </message>
    <message>
        <source>%1: how long its clarifying start may last is not on record. Its own length is taken.</source>
        <translation>%1: Det er ikke registreret, hvor længe den afklarende opstart må vare. Der regnes med tilbuddets egen længde.</translation>
    </message>
    <message>
        <source>%1: the clarifying start of %2 is over, and there is no placement yet.</source>
        <translation>%1: Den afklarende start på %2 er slut, og der er endnu intet praktiksted.</translation>
    </message>
    <message>
        <source>%1: none of its lengths fits the planning grid. It is not planned.</source>
        <translation>%1: Ingen af længderne passer til planens tidsinddeling. Aktiviteten planlægges ikke.</translation>
    </message>
    <message>
        <source>No yearly budget on record. Planned without one.</source>
        <translation>Intet årsbudget er registreret. Der planlægges uden.</translation>
    </message>
    <message>
        <source>The unit has no opening hours in this week.</source>
        <translation>Enheden har ingen åbningstid i denne uge.</translation>
    </message>
</context>
<context>
    <name>HealthLocks</name>
    <message>
        <source>%1: the level asks that only a person places them. The planner leaves them alone.</source>
        <translation>%1: Trusselsniveauet kræver, at kun et menneske planlægger møder for borgeren. Planlæggeren rører dem ikke.</translation>
    </message>
    <message>
        <source>A locked session names somebody or something that is not in this week. The week is planned without it; see the list of locks.</source>
        <translation>Et låst møde nævner nogen eller noget, der ikke er med i denne uge. Ugen planlægges uden mødet; se listen over låse.</translation>
    </message>
    <message>
        <source>A locked session breaks a rule as the unit stands now. Nothing can be planned until it is unlocked; see the list of locks.</source>
        <translation>Et låst møde bryder en regel, som enheden ser ud nu. Der kan ikke planlægges, før det er låst op; se listen over låse.</translation>
    </message>
</context>
<context>
    <name>HealthPanel</name>
    <message>
        <source>Findings and warnings</source>
        <translation>Bemærkninger og advarsler</translation>
    </message>
    <message>
        <source>No plan to check yet</source>
        <translation>Endnu ingen plan at kontrollere</translation>
    </message>
    <message>
        <source>%1 to look at before the week is used.</source>
        <translation>%1, der bør ses på, før ugen tages i brug.</translation>
    </message>
    <message>
        <source>There is nothing else to look at.</source>
        <translation>Der er ikke andet at se på.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>week planned</source>
        <translation>uge planlagt</translation>
    </message>
    <message>
        <source>rivalry recorded</source>
        <translation>konflikt registreret</translation>
    </message>
    <message>
        <source>threat recorded</source>
        <translation>trussel registreret</translation>
    </message>
    <message>
        <source>illness recorded</source>
        <translation>sygdom registreret</translation>
    </message>
    <message>
        <source>room shut</source>
        <translation>lokale lukket</translation>
    </message>
    <message>
        <source>missing colleague recorded</source>
        <translation>manglende kollega registreret</translation>
    </message>
    <message>
        <source>detention recorded</source>
        <translation>frihedsberøvelse registreret</translation>
    </message>
    <message>
        <source>release recorded</source>
        <translation>løsladelse eller udskrivning registreret</translation>
    </message>
    <message>
        <source>repaired week accepted</source>
        <translation>rettet uge godkendt</translation>
    </message>
    <message>
        <source>table imported</source>
        <translation>tabel importeret</translation>
    </message>
    <message>
        <source>threat level saved</source>
        <translation>trusselsniveau gemt</translation>
    </message>
    <message>
        <source>threat level removed</source>
        <translation>trusselsniveau fjernet</translation>
    </message>
    <message>
        <source>site saved</source>
        <translation>sted gemt</translation>
    </message>
    <message>
        <source>site removed</source>
        <translation>sted fjernet</translation>
    </message>
    <message>
        <source>way saved</source>
        <translation>transporttid gemt</translation>
    </message>
    <message>
        <source>way removed</source>
        <translation>transporttid fjernet</translation>
    </message>
    <message>
        <source>room saved</source>
        <translation>lokale gemt</translation>
    </message>
    <message>
        <source>room removed</source>
        <translation>lokale fjernet</translation>
    </message>
    <message>
        <source>supplier saved</source>
        <translation>leverandør gemt</translation>
    </message>
    <message>
        <source>supplier removed</source>
        <translation>leverandør fjernet</translation>
    </message>
    <message>
        <source>staff member saved</source>
        <translation>medarbejder gemt</translation>
    </message>
    <message>
        <source>staff member removed</source>
        <translation>medarbejder fjernet</translation>
    </message>
    <message>
        <source>offer saved</source>
        <translation>tilbud gemt</translation>
    </message>
    <message>
        <source>offer removed</source>
        <translation>tilbud fjernet</translation>
    </message>
    <message>
        <source>activity saved</source>
        <translation>aktivitet gemt</translation>
    </message>
    <message>
        <source>activity removed</source>
        <translation>aktivitet fjernet</translation>
    </message>
    <message>
        <source>unit&apos;s settings saved</source>
        <translation>enhedens indstillinger gemt</translation>
    </message>
    <message>
        <source>limit saved</source>
        <translation>grænse gemt</translation>
    </message>
    <message>
        <source>limit removed</source>
        <translation>grænse fjernet</translation>
    </message>
    <message>
        <source>closed days saved</source>
        <translation>lukkedage gemt</translation>
    </message>
    <message>
        <source>closed days removed</source>
        <translation>lukkedage fjernet</translation>
    </message>
</context>
<context>
    <name>HistoryConflicts</name>
    <message>
        <source>conflict group saved</source>
        <translation>konfliktgruppe gemt</translation>
    </message>
    <message>
        <source>conflict group removed</source>
        <translation>konfliktgruppe fjernet</translation>
    </message>
    <message>
        <source>member of a conflict group saved</source>
        <translation>medlem af en konfliktgruppe gemt</translation>
    </message>
    <message>
        <source>separation or membership renewed</source>
        <translation>adskillelse eller medlemskab fornyet</translation>
    </message>
    <message>
        <source>separation or membership ended</source>
        <translation>adskillelse eller medlemskab afsluttet</translation>
    </message>
    <message>
        <source>separation or membership removed</source>
        <translation>adskillelse eller medlemskab fjernet</translation>
    </message>
    <message>
        <source>end of a separation or membership reviewed</source>
        <translation>udløb af adskillelse eller medlemskab vurderet</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>Historik</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Hvad der er gjort</translation>
    </message>
    <message>
        <source>Choose a line to go back to before it, or to do it again.</source>
        <translation>Vælg en linje for at gå tilbage til før den eller gøre den igen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>Nothing was done yet since the vault was opened.</source>
        <translation>Der er endnu intet gjort, siden boksen blev åbnet.</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>fortrudt</translation>
    </message>
    <message>
        <source>Do it again up to here</source>
        <translation>Gør igen til og med her</translation>
    </message>
    <message>
        <source>Undo back to before it</source>
        <translation>Fortryd tilbage til før den</translation>
    </message>
    <message>
        <source>week %1, version %2</source>
        <translation>uge %1, version %2</translation>
    </message>
</context>
<context>
    <name>HistoryPeople</name>
    <message>
        <source>person added</source>
        <translation>borger tilføjet</translation>
    </message>
    <message>
        <source>person changed</source>
        <translation>borger ændret</translation>
    </message>
    <message>
        <source>person removed</source>
        <translation>borger fjernet</translation>
    </message>
    <message>
        <source>weekly hours decided</source>
        <translation>ugentlige timer besluttet</translation>
    </message>
    <message>
        <source>weekly hours removed</source>
        <translation>ugentlige timer fjernet</translation>
    </message>
    <message>
        <source>threat level assessed</source>
        <translation>trusselsniveau vurderet</translation>
    </message>
    <message>
        <source>assessment removed</source>
        <translation>vurdering fjernet</translation>
    </message>
    <message>
        <source>group membership changed</source>
        <translation>medlemskab af gruppe ændret</translation>
    </message>
    <message>
        <source>group membership removed</source>
        <translation>medlemskab af gruppe fjernet</translation>
    </message>
    <message>
        <source>separation changed</source>
        <translation>adskillelse ændret</translation>
    </message>
    <message>
        <source>separation removed</source>
        <translation>adskillelse fjernet</translation>
    </message>
    <message>
        <source>usual week changed</source>
        <translation>sædvanlig uge ændret</translation>
    </message>
    <message>
        <source>absence noted</source>
        <translation>fravær noteret</translation>
    </message>
    <message>
        <source>absence removed</source>
        <translation>fravær fjernet</translation>
    </message>
    <message>
        <source>referral changed</source>
        <translation>henvisning ændret</translation>
    </message>
    <message>
        <source>referral removed</source>
        <translation>henvisning fjernet</translation>
    </message>
    <message>
        <source>enrolment changed</source>
        <translation>tilmelding ændret</translation>
    </message>
    <message>
        <source>enrolment removed</source>
        <translation>tilmelding fjernet</translation>
    </message>
    <message>
        <source>placement changed</source>
        <translation>fast forløb ændret</translation>
    </message>
    <message>
        <source>placement removed</source>
        <translation>fast forløb fjernet</translation>
    </message>
    <message>
        <source>attendance noted</source>
        <translation>fremmøde noteret</translation>
    </message>
    <message>
        <source>attendance followed up</source>
        <translation>fremmøde fulgt op</translation>
    </message>
    <message>
        <source>absence noted for several people</source>
        <translation>fravær noteret for flere borgere</translation>
    </message>
    <message>
        <source>several people referred</source>
        <translation>flere borgere henvist</translation>
    </message>
    <message>
        <source>several people enrolled</source>
        <translation>flere borgere tilmeldt</translation>
    </message>
    <message>
        <source>enrolments of several people ended</source>
        <translation>flere borgeres tilmelding afsluttet</translation>
    </message>
    <message>
        <source>several people added to a group</source>
        <translation>flere borgere føjet til en gruppe</translation>
    </message>
    <message>
        <source>site avoided for several people</source>
        <translation>sted undgås for flere borgere</translation>
    </message>
    <message>
        <source>hours of several people decided</source>
        <translation>timer fastsat for flere borgere</translation>
    </message>
    <message>
        <source>levels of several people assessed</source>
        <translation>trusselsniveau vurderet for flere borgere</translation>
    </message>
</context>
<context>
    <name>HistorySubject</name>
    <message>
        <source>%1 more</source>
        <translation>%1 flere</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>a person, a conflict group</comment>
        <translation>%1 i %2</translation>
    </message>
    <message>
        <source>%1: its own members</source>
        <translation>%1: egne medlemmer</translation>
    </message>
    <message>
        <source>no level</source>
        <translation>intet niveau</translation>
    </message>
    <message>
        <source>no weekly hours</source>
        <translation>ingen ugentlige timer</translation>
    </message>
    <message>
        <source>%1 hours a week</source>
        <translation>%1 timer om ugen</translation>
    </message>
</context>
<context>
    <name>HistoryUnit</name>
    <message>
        <source>unit begun</source>
        <translation>enhed oprettet</translation>
    </message>
    <message>
        <source>unit imported</source>
        <translation>enhed importeret</translation>
    </message>
    <message>
        <source>everything imported</source>
        <translation>alt importeret</translation>
    </message>
    <message>
        <source>retention rule set</source>
        <translation>opbevaringsregel fastsat</translation>
    </message>
</context>
<context>
    <name>HistoryWeek</name>
    <message>
        <source>session moved</source>
        <translation>møde flyttet</translation>
    </message>
    <message>
        <source>session made longer or shorter</source>
        <translation>møde gjort længere eller kortere</translation>
    </message>
    <message>
        <source>somebody put into a session</source>
        <translation>borger sat på et møde</translation>
    </message>
    <message>
        <source>somebody taken out of a session</source>
        <translation>borger taget af et møde</translation>
    </message>
    <message>
        <source>session made</source>
        <translation>møde oprettet</translation>
    </message>
    <message>
        <source>session removed</source>
        <translation>møde fjernet</translation>
    </message>
    <message>
        <source>staff of a session changed</source>
        <translation>medarbejdere på et møde ændret</translation>
    </message>
    <message>
        <source>week changed by hand</source>
        <translation>uge ændret i hånden</translation>
    </message>
    <message>
        <source>draft copied</source>
        <translation>udkast kopieret</translation>
    </message>
    <message>
        <source>draft discarded</source>
        <translation>udkast kasseret</translation>
    </message>
    <message>
        <source>drafts discarded</source>
        <translation>kladder kasseret</translation>
    </message>
    <message>
        <source>week published</source>
        <translation>uge udgivet</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>låst</translation>
    </message>
    <message>
        <source>unlocked</source>
        <translation>låst op</translation>
    </message>
    <message>
        <source>session approved</source>
        <translation>møde godkendt</translation>
    </message>
    <message>
        <source>approval taken back</source>
        <translation>godkendelse trukket tilbage</translation>
    </message>
</context>
<context>
    <name>HolderNote</name>
    <message>
        <source>This vault is open already</source>
        <translation>Boksen er allerede åben</translation>
    </message>
    <message>
        <source>You can open it read-only. Nothing can be changed here until it is closed there.</source>
        <translation>Du kan åbne den skrivebeskyttet. Intet kan ændres her, før den er lukket dér.</translation>
    </message>
</context>
<context>
    <name>HoldsLess</name>
    <message>
        <source>They may follow each other on the site at once now, without %2 minutes between.</source>
        <translation>De må nu følge lige efter hinanden på stedet, uden %2 minutter imellem.</translation>
    </message>
    <message>
        <source>They are only kept out of the same session now: no longer apart on the site, nor for a time.</source>
        <translation>De holdes nu kun ude af det samme møde: ikke længere adskilt på stedet og heller ikke i tid.</translation>
    </message>
    <message>
        <source>Between them on the site lie %3 minutes now, no longer %2.</source>
        <translation>Mellem dem på stedet ligger der nu %3 minutter, ikke længere %2.</translation>
    </message>
    <message>
        <source>It no longer holds on every day on which it held.</source>
        <translation>Den gælder ikke længere alle de dage, den gjaldt.</translation>
    </message>
    <message>
        <source>%1 is met at level %3 now, no longer at level %2.</source>
        <translation>%1 behandles nu efter niveau %3, ikke længere efter niveau %2.</translation>
    </message>
    <message>
        <source>%1 is no longer kept from %4.</source>
        <translation>%1 holdes ikke længere fra %4.</translation>
    </message>
    <message>
        <source>%1 allows groups of %3 now, no longer of %2 at most.</source>
        <translation>%1 tillader nu hold på %3, ikke længere højst %2.</translation>
    </message>
    <message>
        <source>%1 asks for %3 staff now, no longer for %2.</source>
        <translation>%1 kræver nu %3 medarbejdere, ikke længere %2.</translation>
    </message>
    <message>
        <source>%1 asks for %3 guards now, no longer for %2.</source>
        <translation>%1 kræver nu %3 vagter, ikke længere %2.</translation>
    </message>
    <message>
        <source>%1 no longer asks of the room: %4.</source>
        <translation>%1 kræver ikke længere af lokalet: %4.</translation>
    </message>
    <message>
        <source>%1 no longer asks that they are alone on the site.</source>
        <translation>%1 kræver ikke længere, at de er alene på stedet.</translation>
    </message>
    <message>
        <source>%1 no longer asks for a manual yes before every session.</source>
        <translation>%1 kræver ikke længere manuel godkendelse før hvert møde.</translation>
    </message>
    <message>
        <source>%1 no longer asks that only a person places them.</source>
        <translation>%1 kræver ikke længere, at kun en person placerer dem.</translation>
    </message>
</context>
<context>
    <name>InForce</name>
    <message>
        <source>Version %1, published %2, made by %3</source>
        <translation>Version %1, offentliggjort %2, lavet af %3</translation>
    </message>
    <message>
        <source>Published at</source>
        <translation>Offentliggjort</translation>
    </message>
    <message>
        <source>This version is not in force: people were told version %1 last.</source>
        <translation>Denne version er ikke gældende: Version %1 er den, der sidst er givet besked om.</translation>
    </message>
    <message>
        <source>From then on it is in force, and version %1 no longer is.</source>
        <translation>Derefter er det den, der gælder, og version %1 gælder ikke længere.</translation>
    </message>
    <message>
        <source>%1, and breaks a rule</source>
        <translation>%1, og bryder en regel</translation>
    </message>
    <message>
        <source>People were told version %1 last: that one is in force.</source>
        <translation>Version %1 er den, der sidst er givet besked om: Det er den, der gælder.</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>gældende</translation>
    </message>
</context>
<context>
    <name>KeyAlarm</name>
    <message>
        <source>At an unlock the key file was another one than the trail knew: %1.</source>
        <translation>Ved en oplåsning var nøglefilen en anden end den, revisionssporet kendte: %1.</translation>
    </message>
    <message>
        <source>Key file was another one</source>
        <translation>Nøglefilen var en anden</translation>
    </message>
    <message>
        <source>The vault was opened with another key file than it was left with: an older one was put in its place. Passphrases and recovery keys that were changed or removed since may open the vault again, and newer ones may not. Find out who did that, and change them under Vault &gt; Keys.</source>
        <translation>Boksen blev åbnet med en anden nøglefil end den, den blev forladt med: en ældre er lagt i dens sted. Adgangssætninger og gendannelsesnøgler, der er ændret eller fjernet siden, kan igen åbne boksen, og nyere kan måske ikke. Find ud af, hvem der har gjort det, og skift dem under Boks &gt; Nøgler.</translation>
    </message>
</context>
<context>
    <name>Keyring</name>
    <message>
        <source>This computer has no keyring, or it does not run.</source>
        <translation>Denne computer har ingen nøglering, eller den kører ikke.</translation>
    </message>
    <message>
        <source>This computer&apos;s keyring is locked.</source>
        <translation>Computerens nøglering er låst.</translation>
    </message>
    <message>
        <source>A rule of this computer forbids to use its keyring.</source>
        <translation>En regel på denne computer forbyder brug af dens nøglering.</translation>
    </message>
    <message>
        <source>This computer&apos;s keyring did not answer in time.</source>
        <translation>Computerens nøglering svarede ikke i tide.</translation>
    </message>
    <message>
        <source>This computer&apos;s keyring did not give back what it was given, so it is not used.</source>
        <translation>Computerens nøglering gav ikke det tilbage, som den fik, og bruges derfor ikke.</translation>
    </message>
    <message>
        <source>This computer&apos;s keyring holds no key of this vault.</source>
        <translation>Computerens nøglering har ingen nøgle til denne boks.</translation>
    </message>
    <message>
        <source>This computer&apos;s keyring failed.</source>
        <translation>Computerens nøglering svigtede.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Passphrase</source>
        <translation>Adgangssætning</translation>
    </message>
    <message>
        <source>Recovery key on paper</source>
        <translation>Gendannelsesnøgle på papir</translation>
    </message>
    <message>
        <source>This computer&apos;s keyring</source>
        <translation>Computerens nøglering</translation>
    </message>
    <message>
        <source>Opens the vault on every computer, and on this one whatever its keyring does.</source>
        <translation>Åbner boksen på enhver computer, også på denne, uanset hvad nøgleringen gør.</translation>
    </message>
    <message>
        <source>Opens the vault when the passphrase is forgotten. Printed once and never shown again; belongs in a safe.</source>
        <translation>Åbner boksen, når adgangssætningen er glemt. Udskrives én gang og vises aldrig igen; hører til i et pengeskab.</translation>
    </message>
    <message>
        <source>Opens the vault without typing, for whoever is logged on to this computer as you. Leave it out where others may sit down at an open session.</source>
        <translation>Åbner boksen uden indtastning for enhver, der er logget på denne computer som dig. Undlad den, hvis andre kan sætte sig ved en åben session.</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>Ikke oprettet</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Oprettet</translation>
    </message>
    <message>
        <source>Made %1</source>
        <translation>Oprettet %1</translation>
    </message>
    <message>
        <source>The vault opens as before.</source>
        <translation>Boksen åbnes som hidtil.</translation>
    </message>
    <message>
        <source>The vault must keep a passphrase or a recovery key: otherwise a broken computer would be its end.</source>
        <translation>Boksen skal beholde en adgangssætning eller en gendannelsesnøgle; ellers ville alt være tabt, hvis computeren gik i stykker.</translation>
    </message>
    <message>
        <source>This is not the vault&apos;s passphrase. Nothing has been changed.</source>
        <translation>Det er ikke boksens adgangssætning. Intet er ændret.</translation>
    </message>
    <message>
        <source>This passphrase is too easy to guess.</source>
        <translation>Adgangssætningen er for let at gætte.</translation>
    </message>
    <message>
        <source>Something is being written to the vault just now. Nothing has been changed: try again.</source>
        <translation>Der skrives til boksen netop nu. Intet er ændret; prøv igen.</translation>
    </message>
    <message>
        <source>The new key is in use, but Sikkerplan must be started again now to go on.</source>
        <translation>Den nye nøgle er taget i brug, men Sikkerplan skal genstartes nu for at fortsætte.</translation>
    </message>
    <message>
        <source>It could not be written, and nothing has been changed. Is there room on the disk?</source>
        <translation>Det kunne ikke skrives, og intet er ændret. Er der plads på disken?</translation>
    </message>
    <message>
        <source>Everything is encrypted with a new key. Backups made before keep the old key: they open with the passphrase and the recovery key of their time. Make a new backup now, and destroy the old ones where the old key may be in wrong hands.</source>
        <translation>Alt er krypteret med en ny nøgle. Tidligere sikkerhedskopier beholder den gamle nøgle: De åbnes med den adgangssætning og den gendannelsesnøgle, der gjaldt dengang. Tag en ny sikkerhedskopi nu, og tilintetgør de gamle, hvis den gamle nøgle kan være i forkerte hænder.</translation>
    </message>
    <message>
        <source>The keyring no longer opens the vault; set it up again when it works.</source>
        <translation>Nøgleringen åbner ikke længere boksen; opret den igen, når den virker.</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Nøgler</translation>
    </message>
    <message>
        <source>New data key …</source>
        <translation>Ny datanøgle …</translation>
    </message>
    <message>
        <source>Working out the key …</source>
        <translation>Beregner nøglen …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>Ways to open the vault</source>
        <translation>Måder at åbne boksen på</translation>
    </message>
    <message>
        <source>Each of them opens the vault by itself.</source>
        <translation>Hver af dem åbner boksen alene.</translation>
    </message>
    <message>
        <source>A new data key encrypts everything anew, when the old one may be known. Old backups keep the old key.</source>
        <translation>En ny datanøgle krypterer alt på ny, når den gamle kan være kendt af andre. Gamle sikkerhedskopier beholder den gamle nøgle.</translation>
    </message>
    <message>
        <source>The passphrase is changed. The one before no longer opens the vault.</source>
        <translation>Adgangssætningen er ændret. Den tidligere åbner ikke længere boksen.</translation>
    </message>
    <message>
        <source>The recovery key opens the vault.</source>
        <translation>Gendannelsesnøglen åbner boksen.</translation>
    </message>
    <message>
        <source>This computer&apos;s keyring opens the vault from now on.</source>
        <translation>Computerens nøglering åbner boksen fra nu af.</translation>
    </message>
    <message>
        <source>%1 no longer opens the vault.</source>
        <translation>%1 åbner ikke længere boksen.</translation>
    </message>
</context>
<context>
    <name>KindButton</name>
    <message>
        <source>Key %1</source>
        <translation>Tast %1</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Illness</source>
        <translation>Sygdom</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Ferie</translation>
    </message>
    <message>
        <source>Court</source>
        <translation>Retsmøde</translation>
    </message>
    <message>
        <source>Detained</source>
        <translation>Frihedsberøvet</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>Anden grund</translation>
    </message>
    <message>
        <source>Internship</source>
        <translation>Virksomhedspraktik</translation>
    </message>
    <message>
        <source>Wage subsidy</source>
        <translation>Løntilskud</translation>
    </message>
    <message>
        <source>Community work</source>
        <translation>Nytteindsats</translation>
    </message>
    <message>
        <source>never in one session</source>
        <translation>aldrig i samme møde</translation>
    </message>
    <message>
        <source>never on one site at the same time</source>
        <translation>aldrig på samme sted samtidig</translation>
    </message>
    <message>
        <source>Version %1, draft</source>
        <translation>Version %1, kladde</translation>
    </message>
    <message>
        <source>Version %1, published</source>
        <translation>Version %1, offentliggjort</translation>
    </message>
</context>
<context>
    <name>LessProtected</name>
    <message>
        <source>Protection is less in 1 more way.</source>
        <translation>Beskyttelsen er mindre på yderligere 1 punkt.</translation>
    </message>
    <message>
        <source>Protection is less in %1 more ways.</source>
        <translation>Beskyttelsen er mindre på yderligere %1 punkter.</translation>
    </message>
    <message>
        <source>Whoever has no assessment, or one that has run out, is met at level %3 at most now, no longer at level %2.</source>
        <translation>Borgere uden vurdering, eller hvis vurdering er udløbet, behandles nu højst efter niveau %3, ikke længere efter niveau %2.</translation>
    </message>
    <message>
        <source>%1 has measures now: nothing could be planned for its people before.</source>
        <translation>%1 har nu foranstaltninger: Før kunne der ikke planlægges noget for borgere på det niveau.</translation>
    </message>
    <message>
        <source>%1 counts as having this now: %4.</source>
        <translation>%1 regnes nu for at have dette: %4.</translation>
    </message>
    <message>
        <source>%1 counts as a guard now.</source>
        <translation>%1 regnes nu for at være vagt.</translation>
    </message>
    <message>
        <source>Nobody is kept apart from %1 at %4 any more.</source>
        <translation>Ingen holdes længere adskilt fra %1 på stedet %4.</translation>
    </message>
    <message>
        <source>Others are kept apart from %1 at %4 at fewer times than before.</source>
        <translation>Andre holdes adskilt fra %1 på stedet %4 på færre tidspunkter end før.</translation>
    </message>
    <message>
        <source>The way between %4 counts as %3 minutes now, no longer as %2.</source>
        <translation>Vejen mellem %4 regnes nu til %3 minutter, ikke længere til %2.</translation>
    </message>
</context>
<context>
    <name>Levels</name>
    <message>
        <source>Nobody else is in the session with somebody on this level.</source>
        <translation>Ingen andre er med til mødet sammen med en borger på dette niveau.</translation>
    </message>
    <message>
        <source>At most %1 people are in a session with somebody on this level.</source>
        <translation>Højst %1 borgere er med til et møde med en borger på dette niveau.</translation>
    </message>
    <message>
        <source>1 member of the staff</source>
        <translation>1 medarbejder</translation>
    </message>
    <message>
        <source>%1 members of the staff</source>
        <translation>%1 medarbejdere</translation>
    </message>
    <message>
        <source>There is at least %1, and no guard is asked for.</source>
        <translation>Der er mindst %1, og der kræves ingen vagt.</translation>
    </message>
    <message>
        <source>1 guard</source>
        <translation>1 vagt</translation>
    </message>
    <message>
        <source>%1 guards</source>
        <translation>%1 vagter</translation>
    </message>
    <message>
        <source>There is at least %1, and %2 besides.</source>
        <translation>Der er mindst %1 og derudover %2.</translation>
    </message>
    <message>
        <source>The room has: %1.</source>
        <translation>Lokalet har: %1.</translation>
    </message>
    <message>
        <source>Nobody else of the unit is anywhere on the site at the time, in whatever session.</source>
        <translation>Ingen anden borger fra enheden er på stedet imens, heller ikke til et andet møde.</translation>
    </message>
    <message>
        <source>Somebody says yes to each session before it is held.</source>
        <translation>Hvert møde godkendes af en medarbejder, før det holdes.</translation>
    </message>
    <message>
        <source>The planning never places them: somebody does, session by session.</source>
        <translation>Planlægningen placerer dem aldrig: det gør en medarbejder, møde for møde.</translation>
    </message>
    <message>
        <source>What a level means</source>
        <translation>Hvad et niveau betyder</translation>
    </message>
    <message>
        <source>Choose a level to see what it means and who can serve it.</source>
        <translation>Vælg et niveau for at se, hvad det betyder, og hvem der kan varetage det.</translation>
    </message>
    <message>
        <source>What level %1 means</source>
        <translation>Hvad niveau %1 betyder</translation>
    </message>
    <message>
        <source>Who and what can serve it this week</source>
        <translation>Hvem og hvad der kan varetage det i denne uge</translation>
    </message>
    <message>
        <source>People on it</source>
        <translation>Borgere på niveauet</translation>
    </message>
    <message>
        <source>Rooms that are fit</source>
        <translation>Egnede lokaler</translation>
    </message>
    <message>
        <source>Staff at work</source>
        <translation>Medarbejdere på arbejde</translation>
    </message>
    <message>
        <source>Of them guards</source>
        <translation>Heraf vagter</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ingen</translation>
    </message>
    <message>
        <source>%1 can&apos;t be served: no room has all that it asks for.</source>
        <translation>%1 kan ikke varetages: intet lokale har alt det, der kræves.</translation>
    </message>
    <message>
        <source>Threat levels</source>
        <translation>Trusselsniveauer</translation>
    </message>
    <message>
        <source>Add level</source>
        <translation>Tilføj niveau</translation>
    </message>
    <message>
        <source>What each threat level asks for. A level may have several rows that follow each other in time; a higher level never asks for less than the one below it.</source>
        <translation>Hvad hvert trusselsniveau kræver. Et niveau kan have flere rækker, der følger efter hinanden i tid; et højere niveau kræver aldrig mindre end det under det.</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Largest group</source>
        <translation>Største hold</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Medarbejdere</translation>
    </message>
    <message>
        <source>Guards</source>
        <translation>Vagter</translation>
    </message>
    <message>
        <source>The room has</source>
        <translation>Lokalet har</translation>
    </message>
    <message>
        <source>nothing special</source>
        <translation>intet særligt</translation>
    </message>
    <message>
        <source>Alone on site</source>
        <translation>Alene på stedet</translation>
    </message>
    <message>
        <source>By hand only</source>
        <translation>Kun i hånden</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Godkendelse</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Gælder</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Kilde</translation>
    </message>
    <message>
        <source>people</source>
        <translation>personer</translation>
    </message>
    <message>
        <source>Staff at least</source>
        <translation>Medarbejdere mindst</translation>
    </message>
    <message>
        <source>Guards besides</source>
        <translation>Vagter derudover</translation>
    </message>
    <message>
        <source>Nobody else of the unit on the site at the time</source>
        <translation>Ingen anden borger fra enheden på stedet imens</translation>
    </message>
    <message>
        <source>A manual yes before every session</source>
        <translation>Godkendes af en medarbejder før hvert møde</translation>
    </message>
    <message>
        <source>Never placed automatically: by hand only</source>
        <translation>Placeres aldrig automatisk: kun i hånden</translation>
    </message>
    <message>
        <source>Decided by, or on whose word</source>
        <translation>Besluttet af eller på grundlag af</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>alene</translation>
    </message>
</context>
<context>
    <name>LevelsWeek</name>
    <message>
        <source>Of them not able to come this week</source>
        <translation>Heraf nogen, der ikke kan komme i denne uge</translation>
    </message>
    <message>
        <source>Fit but not open this week</source>
        <translation>Egnede, men ikke åbne i denne uge</translation>
    </message>
    <message>
        <source>Staff not there this week</source>
        <translation>Medarbejdere, der ikke er der i denne uge</translation>
    </message>
    <message>
        <source>%1 can&apos;t be served this week: no room that is fit is open.</source>
        <translation>%1 kan ikke varetages i denne uge: intet egnet lokale er åbent.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be served this week: too few guards are there.</source>
        <translation>%1 kan ikke varetages i denne uge: der er for få vagter.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be served this week: too few staff are there.</source>
        <translation>%1 kan ikke varetages i denne uge: der er for få medarbejdere.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be served this week: staff enough are never there at one time with a room open.</source>
        <translation>%1 kan ikke varetages i denne uge: der er aldrig medarbejdere nok på samme tid, mens et lokale er åbent.</translation>
    </message>
    <message>
        <source>away all week</source>
        <translation>væk hele ugen</translation>
    </message>
    <message>
        <source>nothing is open when they can come</source>
        <translation>intet er åbent, når de kan komme</translation>
    </message>
    <message>
        <source>no hours on record</source>
        <translation>ingen tider registreret</translation>
    </message>
    <message>
        <source>no opening hours on record</source>
        <translation>ingen åbningstider registreret</translation>
    </message>
    <message>
        <source>closed all week</source>
        <translation>lukket hele ugen</translation>
    </message>
</context>
<context>
    <name>Limits</name>
    <message>
        <source>Activation, hours a week</source>
        <translation>Aktivering, timer om ugen</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 uge</translation>
    </message>
    <message>
        <source>%1 weeks</source>
        <translation>%1 uger</translation>
    </message>
    <message>
        <source>hours a week</source>
        <translation>timer om ugen</translation>
    </message>
    <message>
        <source>DKK a year</source>
        <translation>kr. om året</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>uger</translation>
    </message>
</context>
<context>
    <name>ListExport</name>
    <message>
        <source>The list is on the clipboard.</source>
        <translation>Listen er kopieret til udklipsholderen.</translation>
    </message>
    <message>
        <source>Save the list as PDF</source>
        <translation>Gem listen som PDF</translation>
    </message>
    <message>
        <source>calls.pdf</source>
        <translation>ringeliste.pdf</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-filer (*.pdf)</translation>
    </message>
    <message>
        <source>The list could not be written there.</source>
        <translation>Listen kunne ikke gemmes der.</translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>You have locked it.</source>
        <translation>Du har selv låst.</translation>
    </message>
    <message>
        <source>It locked itself because nobody had touched it for a while.</source>
        <translation>Programmet låste sig selv, fordi ingen havde rørt det i et stykke tid.</translation>
    </message>
    <message>
        <source>It locked itself along with the computer.</source>
        <translation>Programmet låste sig selv sammen med computeren.</translation>
    </message>
    <message>
        <source>After 1 minute</source>
        <translation>Efter 1 minut</translation>
    </message>
    <message>
        <source>After %1 minutes</source>
        <translation>Efter %1 minutter</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>The week is still being planned, without names. What is found is kept encrypted, and is checked and stored once you unlock.</source>
        <translation>Ugen planlægges stadig, uden navne. Resultatet opbevares krypteret og kontrolleres og gemmes, når du låser op.</translation>
    </message>
    <message>
        <source>The demo&apos;s passphrase is: %1</source>
        <translation>Demoens adgangssætning er: %1</translation>
    </message>
    <message>
        <source>Sikkerplan is locked</source>
        <translation>Sikkerplan er låst</translation>
    </message>
</context>
<context>
    <name>Locks</name>
    <message>
        <source>Something of it is not in the week any more.</source>
        <translation>Noget af den findes ikke i ugen mere.</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Møde</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Låst</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tilstand</translation>
    </message>
    <message>
        <source>At fault</source>
        <translation>Strider mod regler</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Overholdt</translation>
    </message>
    <message>
        <source>It breaks no rule.</source>
        <translation>Den bryder ingen regel.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Hvorfor</translation>
    </message>
    <message>
        <source>No reason given</source>
        <translation>Ingen begrundelse</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Slags</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Møder</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Hvem</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Hvornår</translation>
    </message>
    <message>
        <source>Locks of the week</source>
        <translation>Ugens låse</translation>
    </message>
    <message>
        <source>Nothing is locked. Lock a session, a person or a day where you see it, by its menu.</source>
        <translation>Intet er låst. Lås et møde, en person eller en dag dér, hvor du ser den, med dens menu.</translation>
    </message>
    <message>
        <source>Lift the lock</source>
        <translation>Ophæv låsen</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Not printed: the plan breaks a rule by now.</source>
        <translation>Ikke udskrevet: Planen bryder nu en regel.</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Fortrudt: %1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Gentaget: %1</translation>
    </message>
    <message>
        <source>This can no longer be undone: something else has changed it since.</source>
        <translation>Det kan ikke længere fortrydes: noget andet har ændret det siden.</translation>
    </message>
    <message>
        <source>Something is not saved yet: save or leave it first, then choose the language.</source>
        <translation>Noget er ikke gemt endnu: Gem eller forlad det først, og vælg så sproget.</translation>
    </message>
    <message>
        <source>Sikkerplan – demo</source>
        <translation>Sikkerplan – demo</translation>
    </message>
    <message>
        <source>Sikkerplan</source>
        <translation>Sikkerplan</translation>
    </message>
</context>
<context>
    <name>MakeSession</name>
    <message>
        <source>New session</source>
        <translation>Nyt møde</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivitet</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Borgere</translation>
    </message>
    <message>
        <source>Make the session</source>
        <translation>Opret mødet</translation>
    </message>
    <message>
        <source>Tick who is to come. Staff are chosen for you.</source>
        <translation>Sæt kryds ved dem, der skal komme. Medarbejdere vælges for dig.</translation>
    </message>
    <message>
        <source>Staff: %1.</source>
        <translation>Medarbejdere: %1.</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Lokale</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
</context>
<context>
    <name>MatrixTableModel</name>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Conflict groups, each against each</source>
        <translation>Konfliktgrupper, alle mod alle</translation>
    </message>
</context>
<context>
    <name>Matters</name>
    <message>
        <source>Nothing needs your attention today.</source>
        <translation>Der er intet, der kræver opmærksomhed i dag.</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>Vis alle %1</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Filer</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Rediger</translation>
    </message>
    <message>
        <source>&amp;Week</source>
        <translation>&amp;Uge</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Vis</translation>
    </message>
    <message>
        <source>V&amp;ault</source>
        <translation>&amp;Boks</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hjælp</translation>
    </message>
    <message>
        <source>&amp;Import unit file …</source>
        <translation>&amp;Importér enhedsfil …</translation>
    </message>
    <message>
        <source>Import a &amp;table …</source>
        <translation>Importér en &amp;tabel …</translation>
    </message>
    <message>
        <source>&amp;Export a table …</source>
        <translation>&amp;Eksportér en tabel …</translation>
    </message>
    <message>
        <source>&amp;Print …</source>
        <translation>&amp;Udskriv …</translation>
    </message>
    <message>
        <source>&amp;Save as PDF …</source>
        <translation>&amp;Gem som PDF …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Afslut</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Fortryd</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Gentag</translation>
    </message>
    <message>
        <source>&amp;History …</source>
        <translation>&amp;Historik …</translation>
    </message>
    <message>
        <source>&amp;Copy the week for a spreadsheet</source>
        <translation>&amp;Kopiér ugen til et regneark</translation>
    </message>
    <message>
        <source>&amp;Plan the week</source>
        <translation>&amp;Planlæg ugen</translation>
    </message>
    <message>
        <source>&amp;Stop and keep the best</source>
        <translation>&amp;Stop og behold den bedste</translation>
    </message>
    <message>
        <source>P&amp;revious week</source>
        <translation>&amp;Forrige uge</translation>
    </message>
    <message>
        <source>&amp;Next week</source>
        <translation>&amp;Næste uge</translation>
    </message>
    <message>
        <source>&amp;This week</source>
        <translation>&amp;Denne uge</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>&amp;Gå til</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Søg</translation>
    </message>
    <message>
        <source>Conceal &amp;names</source>
        <translation>Skjul &amp;navne</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Fortryd: %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Gentag: %1</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Zoom &amp;ind</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Zoom &amp;ud</translation>
    </message>
    <message>
        <source>Zoom to &amp;100 %</source>
        <translation>Zoom til &amp;100 %</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>&amp;Lås nu</translation>
    </message>
    <message>
        <source>Lock when nobody &amp;touches it</source>
        <translation>Lås, når ingen &amp;rører det</translation>
    </message>
    <message>
        <source>&amp;Keys …</source>
        <translation>&amp;Nøgler …</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprog</translation>
    </message>
    <message>
        <source>&amp;Back up now</source>
        <translation>&amp;Tag en sikkerhedskopi nu</translation>
    </message>
    <message>
        <source>Back&amp;ups …</source>
        <translation>&amp;Sikkerhedskopier …</translation>
    </message>
    <message>
        <source>&amp;Restore a backup …</source>
        <translation>&amp;Gendan en sikkerhedskopi …</translation>
    </message>
    <message>
        <source>&amp;Export everything …</source>
        <translation>&amp;Eksportér alt …</translation>
    </message>
    <message>
        <source>Re&amp;tention and erasure …</source>
        <translation>&amp;Opbevaring og sletning …</translation>
    </message>
    <message>
        <source>&amp;Audit trail …</source>
        <translation>&amp;Revisionsspor …</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Vejledning</translation>
    </message>
    <message>
        <source>&amp;About Sikkerplan</source>
        <translation>&amp;Om Sikkerplan</translation>
    </message>
</context>
<context>
    <name>MenusDemo</name>
    <message>
        <source>Never locks by itself: this is the demo</source>
        <translation>Låser aldrig af sig selv: Dette er demoen</translation>
    </message>
</context>
<context>
    <name>Mover</name>
    <message>
        <source>Arrows move the session, Ctrl and an arrow by a day, Enter drops it, Esc puts it back.</source>
        <translation>Pilene flytter mødet, Ctrl og en pil en dag ad gangen, Enter sætter det, Esc sætter det tilbage.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Intet blev ændret.</translation>
    </message>
</context>
<context>
    <name>NameTaken</name>
    <message>
        <source>Another one has this name: lists could not tell them apart.</source>
        <translation>Navnet er optaget: De to kunne ikke kendes fra hinanden på lister.</translation>
    </message>
</context>
<context>
    <name>NamesAsking</name>
    <message>
        <source>Names are concealed.</source>
        <translation>Navne er skjult.</translation>
    </message>
    <message>
        <source>What you asked for shows or reads names in full. Show the names first?</source>
        <translation>Det, du bad om, viser eller læser navne i fuld længde. Skal navnene vises først?</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>Vis navne</translation>
    </message>
    <message>
        <source>Keep them concealed</source>
        <translation>Lad dem være skjult</translation>
    </message>
</context>
<context>
    <name>NetworkLegend</name>
    <message>
        <source>never on one site at the same time; minutes between</source>
        <translation>aldrig på samme sted samtidig; minutter imellem</translation>
    </message>
    <message>
        <source>begins later</source>
        <translation>begynder senere</translation>
    </message>
    <message>
        <source>run out, to be reviewed</source>
        <translation>udløbet, skal vurderes</translation>
    </message>
    <message>
        <source>ended, reviewed</source>
        <translation>ophørt, vurderet</translation>
    </message>
</context>
<context>
    <name>NetworkPanel</name>
    <message>
        <source>Its own members</source>
        <translation>Egne medlemmer</translation>
    </message>
    <message>
        <source>%1. Nothing on record.</source>
        <translation>%1. Intet registreret.</translation>
    </message>
    <message>
        <source>%1. Kept apart from: %2.</source>
        <translation>%1. Holdes adskilt fra: %2.</translation>
    </message>
    <message>
        <source>Groups: %1. People with their own separation: %2. Pairs on record: %4, kept apart today: %3.</source>
        <translation>Grupper: %1. Borgere med deres egen adskillelse: %2. Registrerede par: %4, adskilt i dag: %3.</translation>
    </message>
    <message>
        <source>Where there is no line, nothing is on record.</source>
        <translation>Hvor der ingen streg er, er der intet registreret.</translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>Network of who is kept apart</source>
        <translation>Netværk over, hvem der holdes adskilt</translation>
    </message>
</context>
<context>
    <name>NewDraft</name>
    <message>
        <source>Version %1 is published and never changes: the change is in draft %2.</source>
        <translation>Version %1 er offentliggjort og ændres aldrig: Ændringen er i kladde %2.</translation>
    </message>
    <message>
        <source>People were told of version %1, and it stays as they heard it: the change is in draft %2.</source>
        <translation>Nogen har fået besked om version %1, og den bliver, som de har hørt den: Ændringen er i kladde %2.</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>Passphrase</source>
        <translation>Adgangssætning</translation>
    </message>
    <message>
        <source>Passphrase once more</source>
        <translation>Adgangssætningen igen</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Adgangssætning</translation>
    </message>
    <message>
        <source>Passphrase &amp;once more</source>
        <translation>Adgangssætningen &amp;igen</translation>
    </message>
    <message>
        <source>Strength of the passphrase</source>
        <translation>Adgangssætningens styrke</translation>
    </message>
    <message>
        <source>Refused: common words, names, dates and repeats are tried first. Choose four or five words that do not belong together.</source>
        <translation>Afvist: Almindelige ord, navne, datoer og gentagelser prøves først. Vælg fire eller fem ord, der ikke hører sammen.</translation>
    </message>
    <message>
        <source>At least %1 characters.</source>
        <translation>Mindst %1 tegn.</translation>
    </message>
    <message>
        <source>Too short: %1 more needed.</source>
        <translation>For kort: Der mangler %1.</translation>
    </message>
    <message>
        <source>Weak: easy to guess. Another word or two would help.</source>
        <translation>Svag: let at gætte. Et ord eller to mere vil hjælpe.</translation>
    </message>
    <message>
        <source>Fair. One more word would make it strong.</source>
        <translation>Rimelig. Et ord mere gør den stærk.</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>Stærk.</translation>
    </message>
</context>
<context>
    <name>NewPassphraseDialog</name>
    <message>
        <source>Choose a passphrase</source>
        <translation>Vælg en adgangssætning</translation>
    </message>
    <message>
        <source>Use this passphrase</source>
        <translation>Brug denne adgangssætning</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>De to adgangssætninger er ikke ens.</translation>
    </message>
</context>
<context>
    <name>NewPerson</name>
    <message>
        <source>Add person</source>
        <translation>Tilføj borger</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuller</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Ny borger</translation>
    </message>
    <message>
        <source>Hours, threat level, groups and times are filled in next, on the person&apos;s page. Until then they are unknown, and the planner stays on the safe side.</source>
        <translation>Timer, trusselsniveau, grupper og tider udfyldes bagefter på borgerens side. Indtil da er de ukendte, og der planlægges på den sikre side.</translation>
    </message>
</context>
<context>
    <name>NewRecoveryDialog</name>
    <message>
        <source>New recovery key</source>
        <translation>Ny gendannelsesnøgle</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Brug denne nøgle</translation>
    </message>
    <message>
        <source>The key before it will no longer open the vault.</source>
        <translation>Den tidligere nøgle vil ikke længere åbne boksen.</translation>
    </message>
</context>
<context>
    <name>NewSession</name>
    <message>
        <source>Ne&amp;w session …</source>
        <translation>N&amp;yt møde …</translation>
    </message>
</context>
<context>
    <name>NoGroups</name>
    <message>
        <source>No conflict group is on record. That does not mean that there are none: add the first one.</source>
        <translation>Ingen konfliktgruppe er registreret. Det betyder ikke, at der ingen er. Tilføj den første.</translation>
    </message>
</context>
<context>
    <name>NoInterview</name>
    <message>
        <source>No activity is chosen as the weekly interview: whoever is not in activation is called to none.</source>
        <translation>Der er ikke valgt nogen aktivitet som ugentlig samtale: Den, der ikke er i aktivering, indkaldes ikke til nogen.</translation>
    </message>
    <message>
        <source>It was the weekly interview: whoever is not in activation is no longer called to any. Choose another activity for it under “The unit”, or take the removal back.</source>
        <translation>Det var den ugentlige samtale: Den, der ikke er i aktivering, indkaldes ikke længere til nogen. Vælg en anden aktivitet til den under »Enheden«, eller fortryd fjernelsen.</translation>
    </message>
    <message>
        <source>Nobody is called to the weekly interview</source>
        <translation>Ingen indkaldes til den ugentlige samtale</translation>
    </message>
    <message>
        <source>1 person is not in activation: choose the activity they are called to</source>
        <translation>1 person er ikke i aktivering: Vælg den aktivitet, der indkaldes til</translation>
    </message>
    <message>
        <source>%1 people are not in activation: choose the activity they are called to</source>
        <translation>%1 personer er ikke i aktivering: Vælg den aktivitet, der indkaldes til</translation>
    </message>
</context>
<context>
    <name>NotFree</name>
    <message>
        <source>away then</source>
        <translation>er væk på det tidspunkt</translation>
    </message>
    <message>
        <source>the measures of threat level %1 are not on record all week</source>
        <translation>der er ikke registreret foranstaltninger for niveau %1 i hele ugen</translation>
    </message>
    <message>
        <source>not enrolled with the unit then</source>
        <translation>er ikke tilmeldt enheden på det tidspunkt</translation>
    </message>
    <message>
        <source>no weekly hours on record for that day</source>
        <translation>der er ikke registreret ugentlige timer for den dag</translation>
    </message>
    <message>
        <source>a lock holds the person or the day</source>
        <translation>en lås holder personen eller dagen</translation>
    </message>
    <message>
        <source>%1 must not be there: %2.</source>
        <comment>somebody, why</comment>
        <translation>%1 må ikke være der: %2.</translation>
    </message>
</context>
<context>
    <name>NotGoneBy</name>
    <message>
        <source>%1 · it would break %2 more</source>
        <comment>a rule is broken right now, how many</comment>
        <translation>%1 · den ville bryde %2 mere</translation>
    </message>
    <message>
        <source>Checked: it would break 1 rule</source>
        <translation>Kontrolleret: ville bryde 1 regel</translation>
    </message>
    <message>
        <source>Checked: it would break %1 rules</source>
        <translation>Kontrolleret: ville bryde %1 regler</translation>
    </message>
    <message>
        <source>%1 would be broken: %2</source>
        <translation>%1 ville blive brudt: %2</translation>
    </message>
    <message>
        <source>%1 would be broken</source>
        <translation>%1 ville blive brudt</translation>
    </message>
    <message>
        <source>Would break a rule</source>
        <translation>Ville bryde en regel</translation>
    </message>
    <message>
        <source>The version of week %1 that is shown would break a rule as things stand.</source>
        <translation>Den viste version af uge %1 ville bryde en regel, som det står nu.</translation>
    </message>
    <message>
        <source>The version of week %1 that is shown would break %2 rules as things stand.</source>
        <translation>Den viste version af uge %1 ville bryde %2 regler, som det står nu.</translation>
    </message>
</context>
<context>
    <name>NotPrinted</name>
    <message>
        <source>Not printed: there is no plan to print.</source>
        <translation>Ikke udskrevet: der er ingen plan at udskrive.</translation>
    </message>
</context>
<context>
    <name>NotSaved</name>
    <message>
        <source>How you have set up Sikkerplan could not be written down: the disk is full, or its folder can&apos;t be written now. Language, sizes, columns and the folder for backups stay as you set them until you close Sikkerplan.</source>
        <translation>Dine indstillinger af Sikkerplan kunne ikke gemmes: Disken er fuld, eller der kan ikke skrives i mappen nu. Sprog, størrelser, kolonner og mappen til sikkerhedskopier gælder, som du har valgt dem, indtil du lukker Sikkerplan.</translation>
    </message>
</context>
<context>
    <name>NotStored</name>
    <message>
        <source>The plan could not be stored: the vault&apos;s disk is full, or it can&apos;t be written now. Make room and plan again.</source>
        <translation>Planen kunne ikke gemmes: Disken med boksen er fuld, eller der kan ikke skrives på den nu. Gør plads, og planlæg igen.</translation>
    </message>
    <message>
        <source>it could not be stored: the vault&apos;s disk is full, or it can&apos;t be written now. Make room and try again</source>
        <translation>det kunne ikke gemmes: Disken med boksen er fuld, eller der kan ikke skrives på den nu. Gør plads, og prøv igen</translation>
    </message>
    <message>
        <source>It could not be stored, and nothing has been changed: the vault&apos;s disk is full, or it can&apos;t be written now. Make room and try again.</source>
        <translation>Det kunne ikke gemmes, og intet er ændret: Disken med boksen er fuld, eller der kan ikke skrives på den nu. Gør plads, og prøv igen.</translation>
    </message>
</context>
<context>
    <name>NothingLeft</name>
    <message>
        <source>Nobody has any time left this week that could be planned. Plan the next week. Nothing was made and nothing was changed.</source>
        <translation>Ingen har mere tid i denne uge, der kan planlægges. Planlæg den næste uge. Intet er oprettet, og intet er ændret.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>The best plan found until then was checked and kept.</source>
        <translation>Den bedste plan indtil da er kontrolleret og gemt.</translation>
    </message>
    <message>
        <source>There is no unit to plan for yet.</source>
        <translation>Der er endnu ingen enhed at planlægge for.</translation>
    </message>
    <message>
        <source>This week cannot be planned: no threat level with its measures is on record for it.</source>
        <translation>Ugen kan ikke planlægges: Der er ikke registreret trusselsniveauer med foranstaltninger for den.</translation>
    </message>
    <message>
        <source>The planning engine could not be started. Is Sikkerplan installed completely?</source>
        <translation>Planlægningsmotoren kunne ikke startes. Er Sikkerplan installeret helt?</translation>
    </message>
    <message>
        <source>The planning engine ended unexpectedly.</source>
        <translation>Planlægningsmotoren standsede uventet.</translation>
    </message>
    <message>
        <source>The planning engine refused the week&apos;s data.</source>
        <translation>Planlægningsmotoren afviste ugens data.</translation>
    </message>
    <message>
        <source>The planning engine&apos;s answer could not be read.</source>
        <translation>Planlægningsmotorens svar kunne ikke læses.</translation>
    </message>
    <message>
        <source>The planning engine did not stop in time and was ended.</source>
        <translation>Planlægningsmotoren stoppede ikke i tide og blev afsluttet.</translation>
    </message>
    <message>
        <source>The independent check refused the plan. Nothing of it was kept.</source>
        <translation>Den uafhængige kontrol afviste planen. Intet af den er gemt.</translation>
    </message>
    <message>
        <source>There is no plan for this week: what is locked or given contradicts the rules.</source>
        <translation>Der findes ingen plan for ugen: Det, der er låst eller givet, er i strid med reglerne.</translation>
    </message>
    <message>
        <source>No plan was found in the time given. Try a longer time.</source>
        <translation>Der blev ikke fundet en plan inden for tiden. Prøv med længere tid.</translation>
    </message>
    <message>
        <source>What has begun this week does not fit the unit as it stands now, so the week can&apos;t be planned anew. “Something happened” repairs what is left of it.</source>
        <translation>Det, der er begyndt i denne uge, passer ikke til enheden, som den er nu, så ugen kan ikke planlægges om. »Noget er sket« retter det, der er tilbage af den.</translation>
    </message>
    <message>
        <source>A session that the new plan changes has begun meanwhile. Plan the week again.</source>
        <translation>En session, som den nye plan ændrer, er begyndt i mellemtiden. Planlæg ugen igen.</translation>
    </message>
    <message>
        <source>The unit was changed while the week was planned. Plan it again.</source>
        <translation>Enheden blev ændret, mens ugen blev planlagt. Planlæg den igen.</translation>
    </message>
</context>
<context>
    <name>Obstacles</name>
    <message>
        <source>%1 more</source>
        <translation>%1 flere</translation>
    </message>
    <message>
        <source>the opening hours of %1</source>
        <translation>åbningstiderne for %1</translation>
    </message>
    <message>
        <source>of the rooms only %1 can be used</source>
        <translation>af lokalerne kan kun %1 bruges</translation>
    </message>
    <message>
        <source>no room suits %1 at their level</source>
        <translation>intet lokale egner sig til %1 på borgerens niveau</translation>
    </message>
    <message>
        <source>too few staff at the same time: %1</source>
        <translation>for få medarbejdere på samme tid: %1</translation>
    </message>
    <message>
        <source>staff or guards are missing: %1</source>
        <translation>der mangler medarbejdere eller vagter: %1</translation>
    </message>
    <message>
        <source>the placement: %1</source>
        <translation>det faste forløb: %1</translation>
    </message>
    <message>
        <source>the times at which they can come</source>
        <translation>de tider, borgeren kan komme</translation>
    </message>
    <message>
        <source>the hours a week and a day that they may carry</source>
        <translation>de timer om ugen og om dagen, borgeren kan klare</translation>
    </message>
    <message>
        <source>how much they are enrolled for: %1</source>
        <translation>hvor meget borgeren er tilmeldt: %1</translation>
    </message>
    <message>
        <source>how often a day nobody attends more: %1</source>
        <translation>hvor ofte man højst kan deltage om dagen: %1</translation>
    </message>
    <message>
        <source>the size of the groups: %1</source>
        <translation>holdenes størrelse: %1</translation>
    </message>
    <message>
        <source>sites and staff that they are kept from: %1</source>
        <translation>steder og medarbejdere, som borgeren holdes fra: %1</translation>
    </message>
    <message>
        <source>locked sessions: %1</source>
        <translation>låste møder: %1</translation>
    </message>
    <message>
        <source>people they must not meet, in locked sessions or placements: %1</source>
        <translation>nogen, som borgeren ikke må møde, i låste møder eller faste forløb: %1</translation>
    </message>
    <message>
        <source>join %1, %2, %3</source>
        <translation>deltage i %1, %2, %3</translation>
    </message>
    <message>
        <source>a new %1, %2, %3</source>
        <translation>nyt møde: %1, %2, %3</translation>
    </message>
    <message>
        <source>the weekly interview</source>
        <translation>den ugentlige samtale</translation>
    </message>
    <message>
        <source>No week can give them %1 (missing: %2).</source>
        <translation>Ingen uge kan give borgeren %1 (mangler: %2).</translation>
    </message>
    <message>
        <source>In the way: %1.</source>
        <translation>I vejen står: %1.</translation>
    </message>
    <message>
        <source>One more guard, %1</source>
        <translation>En vagt mere, %1</translation>
    </message>
    <message>
        <source>One more member of staff for %1, %2</source>
        <translation>En medarbejder mere til %1, %2</translation>
    </message>
    <message>
        <source>One more room at %1 with %2</source>
        <translation>Et lokale mere på %1 med %2</translation>
    </message>
    <message>
        <source>One more room at %1</source>
        <translation>Et lokale mere på %1</translation>
    </message>
    <message>
        <source>All sites open an hour longer, %1</source>
        <translation>Alle steder åbne en time længere, %1</translation>
    </message>
    <message>
        <source>%1 open an hour longer, %2</source>
        <translation>%1 åbent en time længere, %2</translation>
    </message>
    <message>
        <source>Less time between %1 and %2; only who decided it may</source>
        <translation>Kortere tid mellem %1 og %2; kun den, der har besluttet det, kan ændre det</translation>
    </message>
    <message>
        <source>%1 no longer kept apart from each other; only who decided it may</source>
        <translation>%1 ikke længere holdt adskilt indbyrdes; kun den, der har besluttet det, kan ændre det</translation>
    </message>
    <message>
        <source>%1 and %2 no longer kept apart; only who decided it may</source>
        <translation>%1 og %2 ikke længere holdt adskilt; kun den, der har besluttet det, kan ændre det</translation>
    </message>
    <message>
        <source>%1 assessed one level lower; only who assesses may</source>
        <translation>%1 vurderet et niveau lavere; kun den, der vurderer, kan ændre det</translation>
    </message>
    <message>
        <source>+%1 hours in the whole week (at most %2)</source>
        <translation>+%1 timer i hele ugen (højst %2)</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Stoppet.</translation>
    </message>
    <message>
        <source>The plan breaks a rule as the unit stands now. Mend or plan the week first.</source>
        <translation>Planen bryder en regel, som enheden ser ud nu. Ret eller planlæg ugen først.</translation>
    </message>
    <message>
        <source>Stopped before there was an answer.</source>
        <translation>Stoppet, før der var et svar.</translation>
    </message>
    <message>
        <source>the opening hours</source>
        <translation>åbningstiderne</translation>
    </message>
    <message>
        <source>no suitable room is free</source>
        <translation>intet egnet lokale er ledigt</translation>
    </message>
    <message>
        <source>the rooms are taken</source>
        <translation>lokalerne er optaget</translation>
    </message>
    <message>
        <source>the staff are busy or away</source>
        <translation>medarbejderne er optaget eller fraværende</translation>
    </message>
    <message>
        <source>too few staff or guards for the level</source>
        <translation>for få medarbejdere eller vagter til niveauet</translation>
    </message>
    <message>
        <source>they can&apos;t come then</source>
        <translation>borgeren kan ikke komme på det tidspunkt</translation>
    </message>
    <message>
        <source>their hours a week or a day</source>
        <translation>borgerens timer om ugen eller om dagen</translation>
    </message>
    <message>
        <source>what they are enrolled in, and how often</source>
        <translation>hvad borgeren er tilmeldt, og hvor ofte</translation>
    </message>
    <message>
        <source>the size of the groups</source>
        <translation>holdenes størrelse</translation>
    </message>
    <message>
        <source>people they must not sit with</source>
        <translation>nogen, som borgeren ikke må sidde sammen med</translation>
    </message>
    <message>
        <source>people they must not meet on the site</source>
        <translation>nogen, som borgeren ikke må møde på stedet</translation>
    </message>
    <message>
        <source>somebody must be alone on the site</source>
        <translation>nogen skal være alene på stedet</translation>
    </message>
    <message>
        <source>staff or sites they are kept from</source>
        <translation>medarbejdere eller steder, som borgeren holdes fra</translation>
    </message>
    <message>
        <source>locked sessions</source>
        <translation>låste møder</translation>
    </message>
    <message>
        <source>the budget</source>
        <translation>budgettet</translation>
    </message>
</context>
<context>
    <name>OpenBackupDialog</name>
    <message>
        <source>Choose a backup …</source>
        <translation>Vælg en sikkerhedskopi …</translation>
    </message>
    <message>
        <source>Passphrase or recovery key</source>
        <translation>Adgangssætning eller gendannelsesnøgle</translation>
    </message>
    <message>
        <source>Working …</source>
        <translation>Arbejder …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Vælg en sikkerhedskopi</translation>
    </message>
    <message>
        <source>Backups (*.backup);;All files (*)</source>
        <translation>Sikkerhedskopier (*.backup);;Alle filer (*)</translation>
    </message>
    <message>
        <source>&amp;Passphrase or recovery key of that day</source>
        <translation>&amp;Adgangssætning eller gendannelsesnøgle fra den dag</translation>
    </message>
    <message>
        <source>No backup is chosen.</source>
        <translation>Ingen sikkerhedskopi er valgt.</translation>
    </message>
</context>
<context>
    <name>OpeningCard</name>
    <message>
        <source>Sikkerplan</source>
        <translation>Sikkerplan</translation>
    </message>
    <message>
        <source>The demo unit is being opened …</source>
        <translation>Demoenheden åbnes …</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Uge</translation>
    </message>
    <message>
        <source>Something
happened</source>
        <translation>Noget
er sket</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Borgere</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikter</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Niveauer</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcer</translation>
    </message>
</context>
<context>
    <name>PairPanel</name>
    <message>
        <source>Why it is changed</source>
        <translation>Hvorfor den ændres</translation>
    </message>
    <message>
        <source>For the audit trail.</source>
        <translation>Til revisionssporet.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Gem</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Kassér</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>Forny…</translation>
    </message>
    <message>
        <source>End…</source>
        <translation>Afslut…</translation>
    </message>
    <message>
        <source>Let it end…</source>
        <translation>Lad ophøre…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Fjern…</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>Tilføj en mere</translation>
    </message>
    <message>
        <source>Keep apart</source>
        <translation>Hold adskilt</translation>
    </message>
</context>
<context>
    <name>PassphraseEdit</name>
    <message>
        <source>Hide the passphrase</source>
        <translation>Skjul adgangssætningen</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>Vis adgangssætningen</translation>
    </message>
</context>
<context>
    <name>PastBroken</name>
    <message>
        <source>Open “Something happened”</source>
        <translation>Åbn »Noget er sket«</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>unknown</source>
        <translation>ukendt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>hours planned of the weekly cap</comment>
        <translation>%1 af %2</translation>
    </message>
    <message>
        <source>the weekly interview</source>
        <translation>den ugentlige samtale</translation>
    </message>
    <message>
        <source>%1 (%2 times)</source>
        <comment>a duty that is missing more than once</comment>
        <translation>%1 (%2 gange)</translation>
    </message>
    <message>
        <source>%1, as the assessment has run out</source>
        <translation>%1, da vurderingen er udløbet</translation>
    </message>
    <message>
        <source>%1, as there is no assessment</source>
        <translation>%1, da der ingen vurdering er</translation>
    </message>
    <message>
        <source>conflict group unknown</source>
        <translation>konfliktgruppe ukendt</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Uopfyldt: %1</translation>
    </message>
    <message>
        <source>In sessions: %1 hours (%2 sessions)</source>
        <translation>I møder: %1 timer (%2 møder)</translation>
    </message>
    <message>
        <source>In placements: %1 hours (%2)</source>
        <translation>I faste forløb: %1 timer (%2)</translation>
    </message>
    <message>
        <source>No weekly hours on record: nothing that counts is planned</source>
        <translation>Ingen ugentlige timer registreret: Intet, der tæller, planlægges</translation>
    </message>
    <message>
        <source>May carry %1 hours a week</source>
        <translation>Kan klare %1 timer om ugen</translation>
    </message>
</context>
<context>
    <name>PeopleHours</name>
    <message>
        <source>unknown, not planned yet</source>
        <translation>ukendt, ikke planlagt endnu</translation>
    </message>
    <message>
        <source>In sessions: unknown, not planned yet</source>
        <translation>I møder: ukendt, ikke planlagt endnu</translation>
    </message>
</context>
<context>
    <name>PeopleLanes</name>
    <message>
        <source>Go to a person</source>
        <translation>Gå til en borger</translation>
    </message>
    <message>
        <source>Whom to show</source>
        <translation>Hvem der vises</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Rækkefølge</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Efter navn</translation>
    </message>
    <message>
        <source>By level</source>
        <translation>Efter niveau</translation>
    </message>
    <message>
        <source>By group</source>
        <translation>Efter gruppe</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>No group on record</source>
        <translation>Ingen gruppe registreret</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>Sagsnummer</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Hours of cap</source>
        <translation>Timer / loft</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Mangler</translation>
    </message>
    <message>
        <source>Level until</source>
        <translation>Niveau til</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupper</translation>
    </message>
    <message>
        <source>Next review</source>
        <translation>Næste revurdering</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Tilbud</translation>
    </message>
    <message>
        <source>No referral on record</source>
        <translation>Ingen henvisning registreret</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Aktiviteter</translation>
    </message>
    <message>
        <source>No enrolment on record</source>
        <translation>Ingen tilmelding registreret</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tilstand</translation>
    </message>
    <message>
        <source>Run out or unknown</source>
        <translation>Udløbet eller ukendt</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Ukendt</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Tilbud</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Timer</translation>
    </message>
    <message>
        <source>Below the cap</source>
        <translation>Under loftet</translation>
    </message>
    <message>
        <source>5 hours or more below</source>
        <translation>5 timer eller mere under</translation>
    </message>
    <message>
        <source>Cap unknown</source>
        <translation>Loft ukendt</translation>
    </message>
    <message>
        <source>Missing something</source>
        <translation>Mangler noget</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Level runs out or has run out</source>
        <translation>Niveau udløber eller er udløbet</translation>
    </message>
    <message>
        <source>Review due soon or overdue</source>
        <translation>Revurdering snart eller overskredet</translation>
    </message>
    <message>
        <source>cap %1, not planned</source>
        <comment>hours</comment>
        <translation>loft %1, ikke planlagt</translation>
    </message>
    <message>
        <source>No plan</source>
        <translation>Ingen plan</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Intet</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Ikke fastsat</translation>
    </message>
    <message>
        <source>No weekly hours on record: unknown</source>
        <translation>Ingen ugentlige timer registreret: ukendt</translation>
    </message>
</context>
<context>
    <name>PeopleMenu</name>
    <message>
        <source>Change %1 people &amp;together …</source>
        <translation>Ret %1 borgere &amp;samlet …</translation>
    </message>
    <message>
        <source>Open the person&apos;s &amp;sheets</source>
        <translation>Gå til borgerens &amp;faner</translation>
    </message>
    <message>
        <source>Add &amp;person …</source>
        <translation>Tilføj &amp;borger …</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>People</source>
        <translation>Borgere</translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>Søg borgere</translation>
    </message>
    <message>
        <source>Nobody is on record yet. Add the first person.</source>
        <translation>Ingen er registreret endnu. Tilføj den første borger.</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Tilføj borger</translation>
    </message>
    <message>
        <source>Choose somebody in the list, or several to change them at once.</source>
        <translation>Vælg en borger på listen, eller flere for at ændre dem på én gang.</translation>
    </message>
    <message>
        <source>Something is not saved yet: save or cancel it first.</source>
        <translation>Noget er ikke gemt endnu: Gem eller annullér det først.</translation>
    </message>
    <message>
        <source>The new person is not added yet: add or cancel first.</source>
        <translation>Den nye borger er ikke tilføjet endnu: Tilføj eller annullér først.</translation>
    </message>
    <message>
        <source>Added. Hours, level, groups and times are still unknown.</source>
        <translation>Tilføjet. Timer, niveau, grupper og tider er endnu ukendte.</translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>Only those who miss something</source>
        <translation>Kun borgere med uopfyldte krav</translation>
    </message>
    <message>
        <source>Search name, case number or group</source>
        <translation>Søg navn, sagsnummer eller gruppe</translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>Søg borgere</translation>
    </message>
    <message>
        <source>People and their hours</source>
        <translation>Borgere og deres timer</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>people shown of all</comment>
        <translation>%1 af %2</translation>
    </message>
</context>
<context>
    <name>PeopleTableModel</name>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Hours of cap</source>
        <translation>Timer / loft</translation>
    </message>
</context>
<context>
    <name>PeopleWords</name>
    <message>
        <source>Absences and attendance</source>
        <translation>Fravær og fremmøde</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Person</source>
        <comment>sheet</comment>
        <translation>Borger</translation>
    </message>
    <message>
        <source>Hours and level</source>
        <translation>Timer og niveau</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikter</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Tider</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Tilbud</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Uge</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Fremmøde</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Sheets about this person</source>
        <translation>Faneblade om borgeren</translation>
    </message>
    <message>
        <source>Choose sessions and press 1 came, 2 excused, 3 did not show up, 0 not known.</source>
        <translation>Vælg møder, og tryk 1 mødte, 2 gyldig grund, 3 udeblev, 0 ukendt.</translation>
    </message>
    <message>
        <source>This could not be noted.</source>
        <translation>Det kunne ikke noteres.</translation>
    </message>
    <message>
        <source>Reading the last weeks …</source>
        <translation>Læser de seneste uger …</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Bemærkning</translation>
    </message>
    <message>
        <source>What was done about it</source>
        <translation>Hvad der er gjort ved det</translation>
    </message>
    <message>
        <source>Empty: it still has to be followed up.</source>
        <translation>Tomt: Der mangler stadig opfølgning.</translation>
    </message>
    <message>
        <source>Followed up on</source>
        <translation>Fulgt op den</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Ikke endnu</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Hvornår</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivitet</translation>
    </message>
    <message>
        <source>Came?</source>
        <translation>Mødte?</translation>
    </message>
    <message>
        <source>Follow-up and note</source>
        <translation>Opfølgning og bemærkning</translation>
    </message>
    <message>
        <source>Not followed up yet</source>
        <translation>Ikke fulgt op endnu</translation>
    </message>
    <message>
        <source>1 Came</source>
        <translation>1 Mødte</translation>
    </message>
    <message>
        <source>2 Excused</source>
        <translation>2 Gyldig grund</translation>
    </message>
    <message>
        <source>3 Did not show up</source>
        <translation>3 Udeblev</translation>
    </message>
    <message>
        <source>0 Not known</source>
        <translation>0 Ukendt</translation>
    </message>
    <message>
        <source>Past sessions</source>
        <translation>Tidligere møder</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Gem</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuller</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Ikke gemt endnu</translation>
    </message>
    <message>
        <source>Save this or cancel it first.</source>
        <translation>Gem eller annullér dette først.</translation>
    </message>
    <message>
        <source>Conflict groups</source>
        <translation>Konfliktgrupper</translation>
    </message>
    <message>
        <source>Add group …</source>
        <translation>Tilføj gruppe …</translation>
    </message>
    <message>
        <source>Unknown: no conflict group on record. That does not mean that there is none.</source>
        <translation>Ukendt: Ingen konfliktgruppe er registreret. Det betyder ikke, at der ikke er nogen.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Medlem</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Kilde</translation>
    </message>
    <message>
        <source>Kept apart from</source>
        <translation>Holdes adskilt fra</translation>
    </message>
    <message>
        <source>Keep apart from …</source>
        <translation>Hold adskilt fra …</translation>
    </message>
    <message>
        <source>No separation is on record, neither of them nor of their groups.</source>
        <translation>Ingen adskillelse er registreret, hverken for borgeren eller for borgerens grupper.</translation>
    </message>
    <message>
        <source>%1 minutes between</source>
        <translation>%1 minutter imellem</translation>
    </message>
    <message>
        <source>%2 (through %1)</source>
        <translation>%2 (via %1)</translation>
    </message>
    <message>
        <source>Group or person</source>
        <translation>Gruppe eller borger</translation>
    </message>
    <message>
        <source>How far apart</source>
        <translation>Hvor adskilt</translation>
    </message>
    <message>
        <source>Minutes between two stays on a site</source>
        <translation>Minutter mellem to ophold på et sted</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutter</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Gælder</translation>
    </message>
    <message>
        <source>Why they must not meet</source>
        <translation>Hvorfor de ikke må mødes</translation>
    </message>
    <message>
        <source>Source unknown</source>
        <translation>Kilde ukendt</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Kilde: %1</translation>
    </message>
    <message>
        <source>For the audit trail; may be left out</source>
        <translation>Til revisionssporet; kan udelades</translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>Begrundelse for ændringen</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Ret …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>This can&apos;t be removed: something else still needs it.</source>
        <translation>Det kan ikke fjernes: Noget andet har stadig brug for det.</translation>
    </message>
    <message>
        <source>Weekly hours</source>
        <translation>Ugentlige timer</translation>
    </message>
    <message>
        <source>New decision …</source>
        <translation>Ny beslutning …</translation>
    </message>
    <message>
        <source>Unknown: no weekly hours on record. Nothing that counts as hours is planned until there are.</source>
        <translation>Ukendt: Ingen ugentlige timer er registreret. Intet, der tæller som timer, planlægges, før der er nogen.</translation>
    </message>
    <message>
        <source>%1 hours a week, %2 a day, %3</source>
        <translation>%1 timer om ugen, %2 om dagen, %3</translation>
    </message>
    <message>
        <source>Decided by %1</source>
        <translation>Besluttet af %1</translation>
    </message>
    <message>
        <source>review on %1</source>
        <translation>revurderes den %1</translation>
    </message>
    <message>
        <source>Hours a week</source>
        <translation>Timer om ugen</translation>
    </message>
    <message>
        <source>Hours a day</source>
        <translation>Timer om dagen</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Besluttet af</translation>
    </message>
    <message>
        <source>Look at it again on</source>
        <translation>Revurderes den</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Ikke fastsat</translation>
    </message>
    <message>
        <source>Nothing on record holds today: unknown, and no hours are planned.</source>
        <translation>Intet registreret gælder i dag: ukendt, og ingen timer planlægges.</translation>
    </message>
    <message>
        <source>Today: at most %1 hours a week.</source>
        <translation>I dag: højst %1 timer om ugen.</translation>
    </message>
    <message>
        <source>No review is set.</source>
        <translation>Ingen revurdering er fastsat.</translation>
    </message>
    <message>
        <source>Next review: %1.</source>
        <translation>Næste revurdering: %1.</translation>
    </message>
    <message>
        <source>Threat level</source>
        <translation>Trusselsniveau</translation>
    </message>
    <message>
        <source>New assessment …</source>
        <translation>Ny vurdering …</translation>
    </message>
    <message>
        <source>Unknown: no assessment on record. They count as the highest level until there is one.</source>
        <translation>Ukendt: Ingen vurdering er registreret. Borgeren regnes for højeste niveau, indtil der er en.</translation>
    </message>
    <message>
        <source>%1, assessed on %2</source>
        <translation>%1, vurderet den %2</translation>
    </message>
    <message>
        <source>Source: %1 · holds until %2</source>
        <translation>Kilde: %1 · gælder til og med %2</translation>
    </message>
    <message>
        <source>To come</source>
        <comment>an assessment</comment>
        <translation>Kommende</translation>
    </message>
    <message>
        <source>Earlier</source>
        <comment>an assessment</comment>
        <translation>Tidligere</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Source: who assessed it</source>
        <translation>Kilde: hvem har vurderet</translation>
    </message>
    <message>
        <source>Assessed on</source>
        <translation>Vurderet den</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>Gælder til og med</translation>
    </message>
    <message>
        <source>Counts as: %1.</source>
        <translation>Regnes som: %1.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Borger</translation>
    </message>
    <message>
        <source>Remove person</source>
        <translation>Fjern borger</translation>
    </message>
    <message>
        <source>Never planned with these staff</source>
        <translation>Planlægges aldrig med disse medarbejdere</translation>
    </message>
    <message>
        <source>Never planned on these sites</source>
        <translation>Planlægges aldrig på disse steder</translation>
    </message>
    <message>
        <source>A week plan, or what was noted of its sessions, names this person, who can&apos;t be removed here. Use Vault, Retention and erasure.</source>
        <translation>En ugeplan, eller det der er noteret om dens møder, nævner borgeren, som derfor ikke kan fjernes her. Brug Boks, Opbevaring og sletning.</translation>
    </message>
    <message>
        <source>Removed. Ctrl+Z brings them back.</source>
        <translation>Fjernet. Ctrl+Z henter borgeren tilbage.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>Sagsnummer</translation>
    </message>
    <message>
        <source>With the unit</source>
        <translation>Tilknyttet enheden</translation>
    </message>
    <message>
        <source>What stands in the way of more hours</source>
        <translation>Hvad står i vejen for flere timer</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>Undersøg</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Outdated: the unit or the plan has changed since. Ask again.</source>
        <translation>Forældet: Enheden eller planen er ændret siden. Spørg igen.</translation>
    </message>
    <message>
        <source>Looking at this week. It may take half a minute.</source>
        <translation>Ser på ugen. Det kan tage et halvt minut.</translation>
    </message>
    <message>
        <source>Trying what would help: %1 of %2</source>
        <translation>Prøver, hvad der ville hjælpe: %1 af %2</translation>
    </message>
    <message>
        <source>Unknown: there is no plan of this week with this person in it.</source>
        <translation>Ukendt: Der er ingen plan for denne uge med borgeren i.</translation>
    </message>
    <message>
        <source>The planning engine looks for it, and is told no names.</source>
        <translation>Planlægningsmotoren leder efter det og får ingen navne at vide.</translation>
    </message>
    <message>
        <source>How far the search is</source>
        <translation>Hvor langt søgningen er</translation>
    </message>
    <message>
        <source>What is locked can&apos;t be in one plan</source>
        <translation>Det låste kan ikke være i én plan</translation>
    </message>
    <message>
        <source>Out of reach</source>
        <translation>Uden for rækkevidde</translation>
    </message>
    <message>
        <source>There was no time for this person. Ask again.</source>
        <translation>Der var ikke tid til denne borger. Spørg igen.</translation>
    </message>
    <message>
        <source>%1 of %2 hours; %3 are missing</source>
        <translation>%1 af %2 timer; %3 mangler</translation>
    </message>
    <message>
        <source>Nothing: they have the hours that they may carry.</source>
        <translation>Intet: Borgeren har de timer, som borgeren kan klare.</translation>
    </message>
    <message>
        <source>%1 hours more break no rule</source>
        <translation>%1 timer mere bryder ingen regel</translation>
    </message>
    <message>
        <source>In the way this week</source>
        <translation>I vejen i denne uge</translation>
    </message>
    <message>
        <source>Even alone in the unit they could have at most %1 hours.</source>
        <translation>Selv alene i enheden kunne borgeren højst få %1 timer.</translation>
    </message>
    <message>
        <source>%1: without it %2 hours more would be possible</source>
        <translation>%1: uden det ville %2 timer mere være mulige</translation>
    </message>
    <message>
        <source>%1: %2 hours</source>
        <translation>%1: %2 timer</translation>
    </message>
    <message>
        <source>What would help</source>
        <translation>Hvad ville hjælpe</translation>
    </message>
    <message>
        <source>Unknown: there was no time to try it.</source>
        <translation>Ukendt: Der var ikke tid til at prøve det.</translation>
    </message>
    <message>
        <source>Nothing that was tried wins hours.</source>
        <translation>Intet af det, der er prøvet, giver flere timer.</translation>
    </message>
    <message>
        <source>Not tried for lack of time: %1 more offers</source>
        <translation>Ikke prøvet på grund af tiden: %1 muligheder mere</translation>
    </message>
    <message>
        <source>Referred to offers</source>
        <translation>Henvist til tilbud</translation>
    </message>
    <message>
        <source>Refer …</source>
        <translation>Henvis …</translation>
    </message>
    <message>
        <source>No referral is on record. Activities of offers can&apos;t be planned.</source>
        <translation>Ingen henvisning er registreret. Tilbuds aktiviteter kan ikke planlægges.</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Tilbud</translation>
    </message>
    <message>
        <source>Referred</source>
        <translation>Henvist</translation>
    </message>
    <message>
        <source>Takes part in</source>
        <translation>Deltager i</translation>
    </message>
    <message>
        <source>Enrol …</source>
        <translation>Tilmeld …</translation>
    </message>
    <message>
        <source>No enrolment is on record: no sessions are planned but interviews.</source>
        <translation>Ingen tilmelding er registreret: Der planlægges ingen møder ud over samtaler.</translation>
    </message>
    <message>
        <source>%1: %2 to %3 sessions a week, %4</source>
        <translation>%1: %2 til %3 møder om ugen, %4</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>møder</translation>
    </message>
    <message>
        <source>A week at least</source>
        <translation>Mindst om ugen</translation>
    </message>
    <message>
        <source>A week at most</source>
        <translation>Højst om ugen</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>Tilmeldt</translation>
    </message>
    <message>
        <source>Placements at workplaces</source>
        <translation>Faste forløb på arbejdspladser</translation>
    </message>
    <message>
        <source>Add placement …</source>
        <translation>Tilføj fast forløb …</translation>
    </message>
    <message>
        <source>No placement is on record.</source>
        <translation>Intet fast forløb er registreret.</translation>
    </message>
    <message>
        <source>site unknown: nobody can be kept apart from them there</source>
        <translation>sted ukendt: Ingen kan holdes adskilt fra borgeren der</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Slags</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Arbejdsgiver</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Sted</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Ukendt</translation>
    </message>
    <message>
        <source>Part of the offer</source>
        <translation>Del af tilbuddet</translation>
    </message>
    <message>
        <source>No offer</source>
        <translation>Intet tilbud</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>Placeret</translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <translation>Ugens tider</translation>
    </message>
    <message>
        <source>No hours painted yet</source>
        <translation>Ingen tider malet endnu</translation>
    </message>
    <message>
        <source>Names are concealed. Show them to change this.</source>
        <translation>Navne er skjult. Vis dem for at ændre dette.</translation>
    </message>
    <message>
        <source>Can come</source>
        <translation>Kan komme</translation>
    </message>
    <message>
        <source>Unknown when they can come: nothing is planned.</source>
        <translation>Ukendt, hvornår borgeren kan komme: Intet planlægges.</translation>
    </message>
    <message>
        <source>In a usual week</source>
        <translation>I en sædvanlig uge</translation>
    </message>
    <message>
        <source>Drag to paint, or arrow keys and Space.</source>
        <translation>Træk for at male, eller brug piletaster og mellemrum.</translation>
    </message>
    <message>
        <source>Cannot come: exceptions by date</source>
        <translation>Kan ikke komme: undtagelser efter dato</translation>
    </message>
    <message>
        <source>Add exception …</source>
        <translation>Tilføj undtagelse …</translation>
    </message>
    <message>
        <source>No exceptions are on record: the usual week holds.</source>
        <translation>Ingen undtagelser er registreret: Den sædvanlige uge gælder.</translation>
    </message>
    <message>
        <source>Over</source>
        <comment>an absence</comment>
        <translation>Overstået</translation>
    </message>
    <message>
        <source>To come</source>
        <comment>an absence</comment>
        <translation>Kommende</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Hvorfor</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Revisionsspor</translation>
    </message>
    <message>
        <source>Show the entries</source>
        <translation>Vis posterne</translation>
    </message>
    <message>
        <source>Extract …</source>
        <translation>Udtræk …</translation>
    </message>
    <message>
        <source>Who has seen or changed what is kept of them. Looking is recorded too.</source>
        <translation>Hvem der har set eller ændret det, der er gemt om borgeren. Også dette opslag registreres.</translation>
    </message>
    <message>
        <source>The audit trail can&apos;t be written or read now.</source>
        <translation>Revisionssporet kan ikke skrives eller læses nu.</translation>
    </message>
    <message>
        <source>Entries of the audit trail</source>
        <translation>Revisionssporets poster</translation>
    </message>
    <message>
        <source>Their week</source>
        <translation>Borgerens uge</translation>
    </message>
    <message>
        <source>This plan breaks a safety rule as the unit stands now. See the week before use.</source>
        <translation>Planen bryder en sikkerhedsregel, som enheden ser ud nu. Se ugen, før den bruges.</translation>
    </message>
    <message>
        <source>Unknown: this week can&apos;t be planned as the unit stands.</source>
        <translation>Ukendt: Ugen kan ikke planlægges, som enheden ser ud.</translation>
    </message>
    <message>
        <source>Not enrolled with the unit in this week, so not planned.</source>
        <translation>Ikke tilknyttet enheden i denne uge og derfor ikke planlagt.</translation>
    </message>
    <message>
        <source>This week is not planned yet: sessions unknown.</source>
        <translation>Ugen er ikke planlagt endnu: møder ukendte.</translation>
    </message>
    <message>
        <source>%1 hours · %2</source>
        <translation>%1 timer · %2</translation>
    </message>
    <message>
        <source>site unknown</source>
        <translation>sted ukendt</translation>
    </message>
    <message>
        <source>straight after each other</source>
        <translation>lige efter hinanden</translation>
    </message>
    <message>
        <source>the way is unknown</source>
        <translation>vejen er ukendt</translation>
    </message>
    <message>
        <source>of which %1 for the way</source>
        <translation>heraf %1 til vejen</translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>Save as PDF …</source>
        <translation>Gem som PDF …</translation>
    </message>
    <message>
        <source>Erase this person …</source>
        <translation>Slet denne person …</translation>
    </message>
    <message>
        <source>Save the answer as PDF</source>
        <translation>Gem svaret som PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-filer (*.pdf)</translation>
    </message>
    <message>
        <source>Erase everything about %1 for good? Their places in all plans go too. It can&apos;t be undone.</source>
        <translation>Skal alt om %1 slettes endeligt? Pladserne i alle planer slettes også. Det kan ikke fortrydes.</translation>
    </message>
    <message>
        <source>Erasing …</source>
        <translation>Sletter …</translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation>&amp;Person</translation>
    </message>
    <message>
        <source>Access request</source>
        <translation>Indsigtsanmodning</translation>
    </message>
    <message>
        <source>Everything about the person in one PDF, and nobody else in it. Leave out what the law exempts; the answer says that it was left out.</source>
        <translation>Alt om personen i én PDF, og ingen andre i den. Udelad det, som loven undtager; svaret siger, at det er udeladt.</translation>
    </message>
    <message>
        <source>Erasure before the time</source>
        <translation>Sletning før tid</translation>
    </message>
    <message>
        <source>Only where the law gives a right to it. Somebody whom a plan of this week or a later one names can&apos;t be erased before that plan is over.</source>
        <translation>Kun hvor loven giver ret til det. En person, der er med i en plan for denne uge eller en senere, kan først slettes, når planen er forbi.</translation>
    </message>
    <message>
        <source>&amp;Reason, for the record</source>
        <translation>&amp;Begrundelse, til loggen</translation>
    </message>
</context>
<context>
    <name>PersonWeek</name>
    <message>
        <source>%1 hours in week %2</source>
        <translation>%1 timer i uge %2</translation>
    </message>
    <message>
        <source>version %1, a draft that is not published</source>
        <translation>version %1, en kladde, der ikke er offentliggjort</translation>
    </message>
    <message>
        <source>version %1, no longer in force</source>
        <translation>version %1, gælder ikke længere</translation>
    </message>
    <message>
        <source>version %1, in force</source>
        <translation>version %1, gælder</translation>
    </message>
</context>
<context>
    <name>PersonWords</name>
    <message>
        <source>With the unit</source>
        <translation>Tilknyttet enheden</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>Endnu ikke begyndt</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>Har forladt enheden</translation>
    </message>
    <message>
        <source>To come</source>
        <comment>an entry that holds later</comment>
        <translation>Kommende</translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>an entry that held before</comment>
        <translation>Afsluttet</translation>
    </message>
    <message>
        <source>No assessment on record: counted as the highest level there is.</source>
        <translation>Ingen vurdering registreret: regnes som det højeste niveau, der findes.</translation>
    </message>
    <message>
        <source>%1 was assessed by %2 and ran out on %3. Until it is renewed they count as one level higher.</source>
        <translation>%1 er vurderet af %2 og udløb den %3. Indtil vurderingen fornyes, regnes borgeren ét niveau højere.</translation>
    </message>
    <message>
        <source>%1, assessed by %2 on %4. It holds until %3.</source>
        <translation>%1, vurderet af %2 den %4. Gælder til og med %3.</translation>
    </message>
    <message>
        <source>No measures are on record for that level in this week: nothing may be planned.</source>
        <translation>Ingen foranstaltninger er registreret for det niveau i denne uge: Intet må planlægges.</translation>
    </message>
    <message>
        <source>%1 has no measures in this week, so those of %2 hold.</source>
        <translation>%1 har ingen foranstaltninger i denne uge, så dem for %2 gælder.</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Mødte</translation>
    </message>
    <message>
        <source>Absent, excused</source>
        <translation>Gyldig grund</translation>
    </message>
    <message>
        <source>Did not show up</source>
        <translation>Udeblev</translation>
    </message>
    <message>
        <source>Unknown: not noted</source>
        <translation>Ukendt: ikke noteret</translation>
    </message>
    <message>
        <source>No sessions in the last %1 weeks.</source>
        <translation>Ingen møder de seneste %1 uger.</translation>
    </message>
    <message>
        <source>Last %1 weeks: unknown, none of %2 sessions is noted.</source>
        <translation>Seneste %1 uger: ukendt, ingen af %2 møder er noteret.</translation>
    </message>
    <message>
        <source>Last %1 weeks: came to %2 of %3 noted sessions · excused: %4 · no-shows: %5</source>
        <translation>Seneste %1 uger: mødte til %2 af %3 noterede møder · gyldig grund: %4 · udeblivelser: %5</translation>
    </message>
    <message>
        <source>unknown: %1</source>
        <translation>ukendt: %1</translation>
    </message>
</context>
<context>
    <name>PickLeaving</name>
    <message>
        <source>Looking who can go …</source>
        <translation>Undersøger, hvem der kan tages ud …</translation>
    </message>
    <message>
        <source>%1 of %2 can be taken out.</source>
        <translation>%1 af %2 kan tages ud.</translation>
    </message>
</context>
<context>
    <name>PickList</name>
    <message>
        <source>Search</source>
        <translation>Søg</translation>
    </message>
    <message>
        <source>Looking who can come …</source>
        <translation>Ser efter, hvem der kan komme …</translation>
    </message>
    <message>
        <source>%1 of %2 can come.</source>
        <translation>%1 af %2 kan komme.</translation>
    </message>
</context>
<context>
    <name>PlacedTogether</name>
    <message>
        <source>Placements of %1</source>
        <translation>Faste forløb for %1</translation>
    </message>
    <message>
        <source>Placements bring 2 people together who must not be</source>
        <translation>Faste forløb bringer 2 personer sammen, som ikke må mødes</translation>
    </message>
    <message>
        <source>Placements bring people together who must not be: %1 times</source>
        <translation>Faste forløb bringer personer sammen, som ikke må mødes: %1 gange</translation>
    </message>
    <message>
        <source>%1 must be alone at %3, but %2 is there too: %4</source>
        <translation>%1 skal være alene på %3, men %2 er der også: %4</translation>
    </message>
    <message>
        <source>%1 and %2 must be kept apart, but are both at %3: %4</source>
        <translation>%1 og %2 skal holdes adskilt, men er begge på %3: %4</translation>
    </message>
    <message>
        <source>%1 more</source>
        <comment>times, at the end of a list</comment>
        <translation>%1 mere</translation>
    </message>
    <message>
        <source>No repair of the sessions can help: one of the placements must be changed.</source>
        <translation>Ingen rettelse af møderne kan hjælpe: Et af de faste forløb skal ændres.</translation>
    </message>
    <message>
        <source>Call %1.</source>
        <translation>Ring til %1.</translation>
    </message>
    <message>
        <source>Brought together by placements: change the placement</source>
        <translation>Bragt sammen af faste forløb: Ændr forløbet</translation>
    </message>
</context>
<context>
    <name>PlanResult</name>
    <message>
        <source>Keep</source>
        <translation>Behold</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Kassér</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Sammenlign</translation>
    </message>
    <message>
        <source>Version %1 is planned: %2 hours, against %3 in version %4. %5 have another week.</source>
        <translation>Version %1 er planlagt: %2 timer mod %3 i version %4. %5 får en anden uge.</translation>
    </message>
</context>
<context>
    <name>PreviewStep</name>
    <message>
        <source>&amp;Leave out</source>
        <translation>&amp;Udelad</translation>
    </message>
    <message>
        <source>&amp;Take in</source>
        <translation>&amp;Tag med</translation>
    </message>
    <message>
        <source>Leave out all with &amp;errors</source>
        <translation>Udelad alle med &amp;fejl</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Række</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Who or what</source>
        <translation>Hvem eller hvad</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Hvad der sker</translation>
    </message>
    <message>
        <source>Only errors</source>
        <translation>Kun fejl</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Udeladt</translation>
    </message>
    <message>
        <source>Rows of the table</source>
        <translation>Tabellens rækker</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Søg</translation>
    </message>
    <message>
        <source>The chosen row</source>
        <translation>Den valgte række</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 nye</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 ændrede</translation>
    </message>
    <message>
        <source>%1 unchanged</source>
        <translation>%1 uændrede</translation>
    </message>
    <message>
        <source>%1 with errors</source>
        <translation>%1 med fejl</translation>
    </message>
    <message>
        <source>%1 left out</source>
        <translation>%1 udeladt</translation>
    </message>
    <message>
        <source>nothing changes</source>
        <translation>intet ændres</translation>
    </message>
    <message>
        <source>Choose a row to read all that happens to it.</source>
        <translation>Vælg en række for at læse alt, hvad der sker med den.</translation>
    </message>
    <message>
        <source>Row %1 · %2</source>
        <translation>Række %1 · %2</translation>
    </message>
</context>
<context>
    <name>PrintAnew</name>
    <message>
        <source>The figures are worked out anew, as the unit stands now: something that they rest on was changed since the plan was made.</source>
        <translation>Tallene er regnet ud på ny efter enhedens nuværende oplysninger: noget, som de bygger på, er ændret, siden planen blev lavet.</translation>
    </message>
</context>
<context>
    <name>PrintBegun</name>
    <message>
        <source>Checked: no rule broken in what is to come · plan %1</source>
        <comment>short digest</comment>
        <translation>Kontrolleret: ingen regel brudt i det, der er tilbage · plan %1</translation>
    </message>
    <message>
        <source>The independent check found no broken rule in what is to come. What has begun and breaks a rule is listed below.</source>
        <translation>Den uafhængige kontrol fandt ingen brudte regler i det, der er tilbage. Det, der er begyndt og bryder en regel, står nedenfor.</translation>
    </message>
    <message>
        <source>Runs as this is printed, and breaks a rule</source>
        <translation>I gang ved udskriften og bryder en regel</translation>
    </message>
    <message>
        <source>Is over, and broke a rule</source>
        <translation>Er overstået og brød en regel</translation>
    </message>
    <message>
        <source>The whole week</source>
        <translation>Hele ugen</translation>
    </message>
</context>
<context>
    <name>PrintContents</name>
    <message>
        <source>staff</source>
        <comment>in the name of a file</comment>
        <translation>medarbejdere</translation>
    </message>
    <message>
        <source>people</source>
        <comment>in the name of a file</comment>
        <translation>borgere</translation>
    </message>
    <message>
        <source>groups</source>
        <comment>in the name of a file</comment>
        <translation>grupper</translation>
    </message>
    <message>
        <source>still to be confirmed</source>
        <comment>behind a room</comment>
        <translation>mangler at blive bekræftet</translation>
    </message>
    <message>
        <source>The whole week by room</source>
        <translation>Hele ugen efter lokale</translation>
    </message>
    <message>
        <source>For the staff: a page each</source>
        <translation>Til medarbejderne: en side til hver</translation>
    </message>
    <message>
        <source>For the people: a page each, with nobody else on it</source>
        <translation>Til borgerne: en side til hver uden andre borgere</translation>
    </message>
    <message>
        <source>By conflict group: a page for each site and day</source>
        <translation>Efter konfliktgruppe: en side pr. sted og dag</translation>
    </message>
    <message>
        <source>All rooms, with an overview</source>
        <translation>Alle lokaler med en oversigt</translation>
    </message>
    <message>
        <source>All who serve (%1)</source>
        <translation>Alle på arbejde (%1)</translation>
    </message>
    <message>
        <source>All who come (%1)</source>
        <translation>Alle, der kommer (%1)</translation>
    </message>
    <message>
        <source>All sites</source>
        <translation>Alle steder</translation>
    </message>
    <message>
        <source>P&amp;rint</source>
        <translation>Ud&amp;skriv</translation>
    </message>
    <message>
        <source>F&amp;or</source>
        <translation>&amp;Til</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print the week</source>
        <translation>Udskriv ugen</translation>
    </message>
    <message>
        <source>Preview of the print</source>
        <translation>Vis udskrift</translation>
    </message>
    <message>
        <source>Names in full</source>
        <translation>Fulde navne</translation>
    </message>
    <message>
        <source>Case numbers only</source>
        <translation>Kun sagsnumre</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Gem som PDF …</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>Udskriv …</translation>
    </message>
    <message>
        <source>The plan breaks a rule and is not printed.</source>
        <translation>Planen bryder en regel og udskrives ikke.</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Forrige side</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Næste side</translation>
    </message>
    <message>
        <source>&amp;People as</source>
        <translation>&amp;Borgere som</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>This is a draft and may still change: publish it before you hand it out.</source>
        <translation>Dette er en kladde, der stadig kan ændres: offentliggør den, før du deler den ud.</translation>
    </message>
    <message>
        <source>1 session still needs a manual yes: its page says that it is still to be confirmed.</source>
        <translation>1 møde mangler stadig en godkendelse: på siden står der, at det mangler at blive bekræftet.</translation>
    </message>
    <message>
        <source>%1 sessions still need a manual yes: their pages say they are still to be confirmed.</source>
        <translation>%1 møder mangler stadig en godkendelse: på siderne står der, at de mangler at blive bekræftet.</translation>
    </message>
    <message>
        <source>Nothing was printed: the audit trail could not be written.</source>
        <translation>Intet er udskrevet: Der kunne ikke skrives i revisionssporet.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Side %1 af %2</translation>
    </message>
    <message>
        <source>Save the week as PDF</source>
        <translation>Gem ugen som PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-filer (*.pdf)</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Pages</source>
        <translation>Sider</translation>
    </message>
    <message>
        <source>Placements that bring together people who must be apart or alone</source>
        <translation>Faste forløb, der bringer borgere sammen, som skal være adskilt eller alene</translation>
    </message>
    <message>
        <source>Duties not met</source>
        <translation>Uopfyldte krav</translation>
    </message>
    <message>
        <source>Neither session nor placement</source>
        <translation>Hverken møder eller fast forløb</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Tegnforklaring</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>ukendt</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Borgere</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Møder</translation>
    </message>
    <message>
        <source>Hours planned</source>
        <translation>Planlagte timer</translation>
    </message>
    <message>
        <source>Proven upper bound</source>
        <translation>Bevist øvre grænse</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Forskel</translation>
    </message>
    <message>
        <source>Hours in placements</source>
        <translation>Timer i faste forløb</translation>
    </message>
    <message>
        <source>The independent check found no broken rule.</source>
        <translation>Den uafhængige kontrol fandt ingen brudte regler.</translation>
    </message>
    <message>
        <source>Planned in %1 seconds.</source>
        <translation>Planlagt på %1 sekunder.</translation>
    </message>
    <message>
        <source>weekly interview</source>
        <translation>ugentlig samtale</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>side %1</translation>
    </message>
    <message>
        <source>highest threat level in the session: %1</source>
        <translation>højeste trusselsniveau i mødet: %1</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>lukket</translation>
    </message>
    <message>
        <source>None</source>
        <comment>nobody and nothing</comment>
        <translation>Ingen</translation>
    </message>
    <message>
        <source>Staff: %1</source>
        <comment>on a session</comment>
        <translation>Medarb.: %1</translation>
    </message>
    <message>
        <source>Needs approval</source>
        <translation>Kræver godkendelse</translation>
    </message>
    <message>
        <source>made %1 by %2</source>
        <comment>when and by whom</comment>
        <translation>lavet %1 af %2</translation>
    </message>
    <message>
        <source>CONFIDENTIAL: personal data</source>
        <translation>FORTROLIGT: personoplysninger</translation>
    </message>
    <message>
        <source>Checked: no rule broken · plan %1</source>
        <comment>short digest</comment>
        <translation>Kontrolleret: ingen regel er brudt · plan %1</translation>
    </message>
    <message>
        <source>Audit trail, entry %1: %2</source>
        <comment>number and short form</comment>
        <translation>Revisionsspor, post %1: %2</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Side %1 af %2</translation>
    </message>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <comment>date format of Qt: date and time</comment>
        <translation>d. MMMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>In full, since these boxes are too small for their text:</source>
        <translation>I fuld længde, da disse felter er for små til teksten:</translation>
    </message>
    <message>
        <source>Week plan</source>
        <translation>Ugeplan</translation>
    </message>
    <message>
        <source>L%1</source>
        <comment>threat level, short</comment>
        <translation>N%1</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 borger</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 borgere</translation>
    </message>
    <message>
        <source>1 session</source>
        <translation>1 møde</translation>
    </message>
    <message>
        <source>%1 sessions</source>
        <translation>%1 møder</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <comment>date format of Qt: weekday, day, month</comment>
        <translation>dddd d. MMMM</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>date format of Qt, short</comment>
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <source>ddd d</source>
        <comment>date format of Qt: weekday, day of the month</comment>
        <translation>ddd d.</translation>
    </message>
    <message>
        <source>No group on record</source>
        <translation>Ingen gruppe registreret</translation>
    </message>
    <message>
        <source>no group on record</source>
        <comment>behind a name</comment>
        <translation>ingen gruppe registreret</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min.</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>date format of Qt: day, month</comment>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>d</source>
        <comment>date format of Qt: day before its month</comment>
        <translation>d.</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>date format of Qt: day, month, year</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>Week %1, %2: %3</source>
        <comment>number, year, first and last day</comment>
        <translation>Uge %1, %2: %3</translation>
    </message>
</context>
<context>
    <name>ProgressChart</name>
    <message>
        <source>Hours planned and their upper bound against time</source>
        <translation>Planlagte timer og deres øvre grænse over tid</translation>
    </message>
    <message>
        <source>No plan has been found yet.</source>
        <translation>Der er endnu ikke fundet en plan.</translation>
    </message>
    <message>
        <source>After %1: %2 hours, no bound known yet.</source>
        <translation>Efter %1: %2 timer, ingen grænse kendt endnu.</translation>
    </message>
    <message>
        <source>After %1: %2 hours, at most %3 possible.</source>
        <translation>Efter %1: %2 timer, højst %3 muligt.</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>timer</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>sekunder</translation>
    </message>
    <message>
        <source>At most %1</source>
        <translation>Højst %1</translation>
    </message>
    <message>
        <source>Planned %1</source>
        <translation>Planlagt %1</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>Hours planned</source>
        <translation>Planlagte timer</translation>
    </message>
    <message>
        <source>Duties missing</source>
        <translation>Uopfyldte krav</translation>
    </message>
    <message>
        <source>At most possible</source>
        <translation>Højst muligt</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Afstand til øvre grænse</translation>
    </message>
    <message>
        <source>Time used</source>
        <translation>Brugt tid</translation>
    </message>
    <message>
        <source>Stop and keep the best</source>
        <translation>Stop og behold den bedste</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Planning the week …</source>
        <translation>Planlægger ugen …</translation>
    </message>
    <message>
        <source>Making the planner ready (the first time only) …</source>
        <translation>Gør planlæggeren klar (kun første gang) …</translation>
    </message>
    <message>
        <source>Duties first, then hours</source>
        <translation>Først krav, så timer</translation>
    </message>
    <message>
        <source>Every plan found is checked before it is shown.</source>
        <translation>Hver plan kontrolleres, før den vises.</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Stopper …</translation>
    </message>
</context>
<context>
    <name>ProveDialog</name>
    <message>
        <source>Is it you?</source>
        <translation>Er det dig?</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsæt</translation>
    </message>
    <message>
        <source>Passphrase or recovery key</source>
        <translation>Adgangssætning eller gendannelsesnøgle</translation>
    </message>
    <message>
        <source>The vault is open, and anybody could sit here. Before a key is changed, type the passphrase or the recovery key that opens the vault now.</source>
        <translation>Boksen er åben, og hvem som helst kunne sidde her. Skriv adgangssætningen eller gendannelsesnøglen, som åbner boksen nu, før en nøgle ændres.</translation>
    </message>
    <message>
        <source>&amp;Passphrase or recovery key</source>
        <translation>&amp;Adgangssætning eller gendannelsesnøgle</translation>
    </message>
    <message>
        <source>That does not open the vault.</source>
        <translation>Det åbner ikke boksen.</translation>
    </message>
    <message>
        <source>After a wrong one nobody may try again for a while, up to a minute.</source>
        <translation>Efter et forkert forsøg skal man vente lidt, højst et minut, før man kan prøve igen.</translation>
    </message>
    <message>
        <source>The key file can&apos;t be read now.</source>
        <translation>Nøglefilen kan ikke læses nu.</translation>
    </message>
</context>
<context>
    <name>Publish</name>
    <message>
        <source>Publish version %1?</source>
        <translation>Offentliggør version %1?</translation>
    </message>
    <message>
        <source>It never changes afterwards, and publishing can&apos;t be undone.</source>
        <translation>Den ændres aldrig bagefter, og offentliggørelsen kan ikke fortrydes.</translation>
    </message>
    <message>
        <source>Against version %1 these must be told (%2): %3.</source>
        <translation>I forhold til version %1 skal disse have besked (%2): %3.</translation>
    </message>
    <message>
        <source>Against version %1 nobody has to be told anything new.</source>
        <translation>I forhold til version %1 skal ingen have ny besked.</translation>
    </message>
    <message>
        <source>Without the manual yes that the level asks for (%1): %2.</source>
        <translation>Uden den godkendelse, som niveauet kræver (%1): %2.</translation>
    </message>
    <message>
        <source>It breaks a rule: it can&apos;t be published.</source>
        <translation>Den bryder en regel og kan ikke offentliggøres.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Ikke endnu</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Offentliggør</translation>
    </message>
    <message>
        <source>%1 more</source>
        <comment>at the end of a list</comment>
        <translation>%1 mere</translation>
    </message>
</context>
<context>
    <name>PublishCommand</name>
    <message>
        <source>Pu&amp;blish …</source>
        <translation>&amp;Offentliggør …</translation>
    </message>
</context>
<context>
    <name>PublishTooLate</name>
    <message>
        <source>Not published: the week is over, and nobody can be told of it any more.</source>
        <translation>Ikke offentliggjort: Ugen er forbi, og ingen kan få besked om den længere.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation>Sider</translation>
    </message>
</context>
<context>
    <name>Reads</name>
    <message>
        <source>The audit trail could not be written: who looks at what is not recorded now.</source>
        <translation>Der kunne ikke skrives i revisionssporet: Hvem der ser hvad, registreres ikke nu.</translation>
    </message>
</context>
<context>
    <name>ReasonLists</name>
    <message>
        <source>and %1 more</source>
        <comment>at the end of a list of those who would meet</comment>
        <translation>og %1 mere</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>The room is closed, too small, or lacks what is asked for.</source>
        <translation>Lokalet er lukket, for lille eller mangler det, der kræves.</translation>
    </message>
    <message>
        <source>The time is outside the opening hours, or has a length that is not offered.</source>
        <translation>Tiden ligger uden for åbningstiden, eller længden udbydes ikke.</translation>
    </message>
    <message>
        <source>The group would be too small or too large.</source>
        <translation>Holdet ville blive for lille eller for stort.</translation>
    </message>
    <message>
        <source>A lock holds it fast.</source>
        <translation>En lås holder det fast.</translation>
    </message>
    <message>
        <source>The room is taken at that time.</source>
        <translation>Lokalet er optaget på det tidspunkt.</translation>
    </message>
    <message>
        <source>%1: not there, busy elsewhere, or no hours left.</source>
        <translation>%1: ikke til stede, optaget andetsteds eller uden flere timer.</translation>
    </message>
    <message>
        <source>Nobody of the staff is free.</source>
        <translation>Ingen medarbejder er ledig.</translation>
    </message>
    <message>
        <source>No staff with the right skills is free for %1.</source>
        <translation>Ingen medarbejder med de rette kompetencer er ledig til %1.</translation>
    </message>
    <message>
        <source>Not enough staff with the right skills is free.</source>
        <translation>Der er ikke nok ledige medarbejdere med de rette kompetencer.</translation>
    </message>
    <message>
        <source>%1: can&apos;t come then, or busy elsewhere.</source>
        <translation>%1: kan ikke komme da eller er optaget andetsteds.</translation>
    </message>
    <message>
        <source>Somebody can&apos;t come then.</source>
        <translation>Nogen kan ikke komme da.</translation>
    </message>
    <message>
        <source>%1: more hours than they can carry.</source>
        <translation>%1: flere timer, end de kan bære.</translation>
    </message>
    <message>
        <source>Somebody would have more hours than they can carry.</source>
        <translation>Nogen ville få flere timer, end de kan bære.</translation>
    </message>
    <message>
        <source>%1: not enrolled in it, or too often.</source>
        <translation>%1: ikke tilmeldt eller for ofte.</translation>
    </message>
    <message>
        <source>Somebody is not enrolled in it, or would come too often.</source>
        <translation>Nogen er ikke tilmeldt eller ville komme for ofte.</translation>
    </message>
    <message>
        <source>%1 may never be in one session.</source>
        <translation>%1 må aldrig være i samme møde.</translation>
    </message>
    <message>
        <source>People who must be kept apart would be in one session.</source>
        <translation>Borgere, der skal holdes adskilt, ville være i samme møde.</translation>
    </message>
    <message>
        <source>%1 would be on the site at the same time, or too close.</source>
        <translation>%1 ville være på stedet samtidig eller for tæt på hinanden.</translation>
    </message>
    <message>
        <source>Rivals would be on the site at the same time, or too close.</source>
        <translation>Rivaler ville være på stedet samtidig eller for tæt på hinanden.</translation>
    </message>
    <message>
        <source>%1 would be on the site together, and one of them must be alone there.</source>
        <translation>%1 ville være på stedet sammen, og den ene skal være alene dér.</translation>
    </message>
    <message>
        <source>Somebody must be alone on the site.</source>
        <translation>Nogen skal være alene på stedet.</translation>
    </message>
    <message>
        <source>%1 must not meet: the staff or the site is to be avoided.</source>
        <translation>%1 må ikke mødes: medarbejderen eller stedet skal undgås.</translation>
    </message>
    <message>
        <source>The staff or the site is to be avoided.</source>
        <translation>Medarbejderen eller stedet skal undgås.</translation>
    </message>
    <message>
        <source>The week would cost more than the budget.</source>
        <translation>Ugen ville koste mere end budgettet.</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>Save</source>
        <translation>Gem</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Fortryd ændringer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>For the audit trail; may be left out</source>
        <translation>Til revisionssporet; kan udelades</translation>
    </message>
    <message>
        <source>Saved. Ctrl+Z takes it back.</source>
        <translation>Gemt. Ctrl+Z fortryder.</translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>Begrundelse for ændringen</translation>
    </message>
    <message>
        <source>1 other</source>
        <translation>1 anden</translation>
    </message>
    <message>
        <source>%1 others</source>
        <translation>%1 andre</translation>
    </message>
    <message>
        <source>It can&apos;t be removed: %1 need it. Change or remove them first.</source>
        <translation>Kan ikke fjernes: bruges af %1. Ret eller fjern dem først.</translation>
    </message>
    <message>
        <source>It can&apos;t be removed: a week&apos;s plan names it. It goes with that plan, by the unit&apos;s retention rules.</source>
        <translation>Kan ikke fjernes: en ugeplan nævner den. Den slettes sammen med planen efter enhedens opbevaringsregler.</translation>
    </message>
    <message>
        <source>Removed. Ctrl+Z brings it back.</source>
        <translation>Fjernet. Ctrl+Z henter den tilbage.</translation>
    </message>
    <message>
        <source>Removed, with 1 entry about it. Ctrl+Z brings both back.</source>
        <translation>Fjernet sammen med 1 oplysning om den. Ctrl+Z henter begge tilbage.</translation>
    </message>
    <message>
        <source>Removed, with %1 entries about it. Ctrl+Z brings all of it back.</source>
        <translation>Fjernet sammen med %1 oplysninger om den. Ctrl+Z henter det hele tilbage.</translation>
    </message>
    <message>
        <source>Kinds of record</source>
        <translation>Slags oplysninger</translation>
    </message>
</context>
<context>
    <name>RecordsMany</name>
    <message>
        <source>None of them was removed: a week&apos;s plan names at least one. Remove the others without it.</source>
        <translation>Ingen af dem blev fjernet: Mindst én indgår i en ugeplan. Fjern de øvrige uden den.</translation>
    </message>
    <message>
        <source>%1 removed, with %2 entries about them. Ctrl+Z brings all of it back.</source>
        <translation>%1 fjernet sammen med %2 oplysninger om dem. Ctrl+Z bringer det hele tilbage.</translation>
    </message>
    <message>
        <source>%1 removed. Ctrl+Z brings them back.</source>
        <translation>%1 fjernet. Ctrl+Z bringer dem tilbage.</translation>
    </message>
</context>
<context>
    <name>RecordsMenu</name>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Ret</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Fjern</translation>
    </message>
    <message>
        <source>&amp;Remove %1</source>
        <translation>&amp;Fjern %1</translation>
    </message>
</context>
<context>
    <name>RecoveryEdit</name>
    <message>
        <source>One letter of the recovery key is missing.</source>
        <translation>Der mangler ét tegn i gendannelsesnøglen.</translation>
    </message>
    <message>
        <source>%1 letters of the recovery key are missing.</source>
        <translation>Der mangler %1 tegn i gendannelsesnøglen.</translation>
    </message>
    <message>
        <source>The recovery key has letters too many: it has nine groups of four.</source>
        <translation>Gendannelsesnøglen er for lang: Den har ni grupper med fire tegn.</translation>
    </message>
    <message>
        <source>Something is mistyped. Look again at group %1.</source>
        <translation>Noget er tastet forkert. Se på gruppe %1 igen.</translation>
    </message>
    <message>
        <source>Something is mistyped in more than one place. Compare it with the paper.</source>
        <translation>Noget er tastet forkert mere end ét sted. Sammenlign med papiret.</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>&amp;Print the key …</source>
        <translation>&amp;Udskriv nøglen …</translation>
    </message>
    <message>
        <source>I have the key on &amp;paper</source>
        <translation>Jeg har nøglen på &amp;papir</translation>
    </message>
    <message>
        <source>This key is shown this once. Print it or write it down; it opens the vault alone, so keep it in a safe place away from this computer. Do not save it as a file or a picture.</source>
        <translation>Nøglen vises kun denne ene gang. Udskriv den, eller skriv den ned. Den åbner boksen alene, så opbevar den et sikkert sted væk fra computeren. Gem den ikke som fil eller billede.</translation>
    </message>
    <message>
        <source>The key could not be printed. Write it down instead.</source>
        <translation>Nøglen kunne ikke udskrives. Skriv den ned i stedet.</translation>
    </message>
</context>
<context>
    <name>RecoverySheet</name>
    <message>
        <source>Sikkerplan: recovery key</source>
        <translation>Sikkerplan: gendannelsesnøgle</translation>
    </message>
    <message>
        <source>Made %1</source>
        <translation>Oprettet %1</translation>
    </message>
    <message>
        <source>Whoever has this key and the vault&apos;s files can read everything in the vault. Keep it where nobody unauthorised comes, such as a safe, and away from the computer.</source>
        <translation>Enhver, der har denne nøgle og boksens filer, kan læse alt i boksen. Opbevar den, hvor ingen uvedkommende kommer, f.eks. i et pengeskab, og væk fra computeren.</translation>
    </message>
    <message>
        <source>To use it, choose “Use the recovery key” where Sikkerplan asks for the passphrase, and type the nine groups. Capitals and hyphens do not matter. There is no letter I, L, O or U: what looks like one is a 1 or a 0.</source>
        <translation>For at bruge den vælges »Brug gendannelsesnøglen«, hvor Sikkerplan spørger om adgangssætningen, og de ni grupper tastes. Store bogstaver og bindestreger er uden betydning. Bogstaverne I, L, O og U forekommer ikke: Det, der ligner et af dem, er et 1 eller et 0.</translation>
    </message>
    <message>
        <source>The key is void once a newer one is made. A backup opens with the key that was in use when the backup was made: keep this page as long as such a backup is kept.</source>
        <translation>Nøglen gælder ikke længere, når en nyere er oprettet. En sikkerhedskopi åbnes med den nøgle, der gjaldt, da kopien blev taget: Gem arket, så længe en sådan kopi gemmes.</translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Who came to this session</source>
        <translation>Hvem mødte op til dette møde</translation>
    </message>
    <message>
        <source>All who are not noted came</source>
        <translation>Alle, der ikke er noteret, mødte op</translation>
    </message>
    <message>
        <source>%1 of %2 noted. Choose people and press 1, 2, 3 or 0.</source>
        <translation>%1 af %2 er noteret. Vælg borgere, og tryk 1, 2, 3 eller 0.</translation>
    </message>
    <message>
        <source>Who came?</source>
        <translation>Hvem mødte op?</translation>
    </message>
</context>
<context>
    <name>Removal</name>
    <message>
        <source>It can&apos;t be removed: what is left would no longer fit together. Nothing has been changed.</source>
        <translation>Det kan ikke fjernes: Det, der er tilbage, ville ikke længere passe sammen. Intet er ændret.</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Remove: %1</source>
        <translation>Fjern: %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>It will no longer open the vault. A copy of the vault&apos;s files that was made before, such as a backup, still opens with it; a new data key does away with that for what is written from then on.</source>
        <translation>Den vil ikke længere åbne boksen. En tidligere kopi af boksens filer, f.eks. en sikkerhedskopi, åbnes stadig med den; en ny datanøgle gør en ende på det for alt, der skrives derefter.</translation>
    </message>
</context>
<context>
    <name>RepairPanel</name>
    <message>
        <source>Looking for a repaired week</source>
        <translation>Leder efter en rettet uge</translation>
    </message>
    <message>
        <source>Hours lost</source>
        <translation>Tabte timer</translation>
    </message>
    <message>
        <source>Weeks changed</source>
        <translation>Ændrede uger</translation>
    </message>
    <message>
        <source>Duties lost</source>
        <translation>Tabte krav</translation>
    </message>
    <message>
        <source>Adapt in the week</source>
        <translation>Tilpas i ugen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Kassér</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Færdig</translation>
    </message>
    <message>
        <source>Repaired week</source>
        <translation>Rettet uge</translation>
    </message>
    <message>
        <source>Accept and publish</source>
        <translation>Godkend og offentliggør</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Godkend</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Return</source>
        <translation>Ctrl+Shift+Enter</translation>
    </message>
    <message>
        <source>Version %1 is in force</source>
        <translation>Version %1 gælder</translation>
    </message>
    <message>
        <source>Kept as version %1</source>
        <translation>Gemt som version %1</translation>
    </message>
    <message>
        <source>Looking for a safe week …</source>
        <translation>Leder efter en sikker uge …</translation>
    </message>
    <message>
        <source>A safe week was found</source>
        <translation>En sikker uge er fundet</translation>
    </message>
    <message>
        <source>Tick each person once they have been told.</source>
        <translation>Sæt kryds ved hver, når de har fået besked.</translation>
    </message>
    <message>
        <source>What happened is on record, whatever becomes of the week.</source>
        <translation>Det skete er registreret, uanset hvad der sker med ugen.</translation>
    </message>
    <message>
        <source>Checked: no rule is broken from now on.</source>
        <translation>Kontrolleret: ingen regel er brudt fra nu af.</translation>
    </message>
    <message>
        <source>Looking for one that costs less.</source>
        <translation>Leder efter en, der koster mindre.</translation>
    </message>
    <message>
        <source>1 session needs a manual yes before it is held.</source>
        <translation>1 møde kræver manuel godkendelse, før det holdes.</translation>
    </message>
    <message>
        <source>%1 sessions need a manual yes before they are held.</source>
        <translation>%1 møder kræver manuel godkendelse, før de holdes.</translation>
    </message>
    <message>
        <source>Hours lost: %1.</source>
        <translation>Tabte timer: %1.</translation>
    </message>
</context>
<context>
    <name>Resources</name>
    <message>
        <source>Suppliers</source>
        <translation>Leverandører</translation>
    </message>
    <message>
        <source>Add supplier</source>
        <translation>Tilføj leverandør</translation>
    </message>
    <message>
        <source>Who sells offers to the unit, or lends it staff.</source>
        <translation>Hvem der sælger tilbud til enheden eller stiller medarbejdere til rådighed.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Medarbejdere</translation>
    </message>
    <message>
        <source>Add staff member</source>
        <translation>Tilføj medarbejder</translation>
    </message>
    <message>
        <source>Who carries the sessions. A session needs somebody with its activity&apos;s skill; a guard needs the skill guard.</source>
        <translation>Hvem der holder møderne. Et møde kræver en medarbejder med aktivitetens kompetence; en vagt skal have kompetencen vagt.</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Tilbud</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Kompetencer</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ingen</translation>
    </message>
    <message>
        <source>Hours a week</source>
        <translation>Timer om ugen</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Arbejdsgiver</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>På arbejde</translation>
    </message>
    <message>
        <source>The unit&apos;s own</source>
        <translation>Enhedens eget</translation>
    </message>
    <message>
        <source>At most a week</source>
        <translation>Højst om ugen</translation>
    </message>
    <message>
        <source>Not on record: nothing is planned with them.</source>
        <translation>Ikke registreret: der planlægges intet med dem.</translation>
    </message>
    <message>
        <source>The unit</source>
        <translation>Enheden</translation>
    </message>
    <message>
        <source>The unit&apos;s name, its opening hours and how its week is divided.</source>
        <translation>Enhedens navn, åbningstid og ugens inddeling.</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grænser</translation>
    </message>
    <message>
        <source>Add limit</source>
        <translation>Tilføj grænse</translation>
    </message>
    <message>
        <source>What law, budget or police have set: dated, with the source. A limit that has run out holds no longer.</source>
        <translation>Hvad lov, budget eller politi har fastsat: dateret og med kilde. En udløbet grænse gælder ikke længere.</translation>
    </message>
    <message>
        <source>Closed days</source>
        <translation>Lukkedage</translation>
    </message>
    <message>
        <source>Add closed days</source>
        <translation>Tilføj lukkedage</translation>
    </message>
    <message>
        <source>Days on which the unit is closed, beside the public holidays.</source>
        <translation>Dage, hvor enheden er lukket ud over helligdagene.</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Lukket</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begrundelse</translation>
    </message>
    <message>
        <source>Money for offers, kroner a year</source>
        <translation>Midler til tilbud, kroner om året</translation>
    </message>
    <message>
        <source>Clarifying start, weeks at most</source>
        <translation>Afklarende opstart, højst uger</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Åbningstid</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 minutter</translation>
    </message>
    <message>
        <source>Sessions begin and end every</source>
        <translation>Møder begynder og slutter hver</translation>
    </message>
    <message>
        <source>Activities whose lengths do not fit are no longer planned.</source>
        <translation>Aktiviteter, hvis længder ikke passer, planlægges ikke længere.</translation>
    </message>
    <message>
        <source>Interview for those without activation</source>
        <translation>Samtale for dem uden aktivering</translation>
    </message>
    <message>
        <source>Nobody is called</source>
        <translation>Ingen indkaldes</translation>
    </message>
    <message>
        <source>Who has no activation in a week is called to this one.</source>
        <translation>Den, der ikke har aktivering i en uge, indkaldes til denne.</translation>
    </message>
    <message>
        <source>Public holidays of</source>
        <translation>Helligdage i</translation>
    </message>
    <message>
        <source>The country&apos;s two letters, DK for Denmark.</source>
        <translation>Landets to bogstaver, DK for Danmark.</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grænse</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Værdi</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Gælder</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Kilde</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 timer</translation>
    </message>
    <message>
        <source>guard</source>
        <translation>vagt</translation>
    </message>
    <message>
        <source>The unit&apos;s own site</source>
        <translation>Enhedens eget sted</translation>
    </message>
    <message>
        <source>Supplier&apos;s site</source>
        <translation>Leverandørens sted</translation>
    </message>
    <message>
        <source>Workplace</source>
        <translation>Arbejdsplads</translation>
    </message>
    <message>
        <source>Special offer</source>
        <translation>Særligt tilbud</translation>
    </message>
    <message>
        <source>Mentor-based company offer</source>
        <translation>Mentorbaseret virksomhedstilbud</translation>
    </message>
    <message>
        <source>Community work</source>
        <translation>Nytteindsats</translation>
    </message>
    <message>
        <source>Group teaching</source>
        <translation>Holdundervisning</translation>
    </message>
    <message>
        <source>Mentoring</source>
        <translation>Mentorstøtte</translation>
    </message>
    <message>
        <source>Job interview</source>
        <translation>Jobsamtale</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>Værksted</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Steder</translation>
    </message>
    <message>
        <source>Add site</source>
        <translation>Tilføj sted</translation>
    </message>
    <message>
        <source>A site is a building. Rivals are kept off the same site at the same time, so two buildings are two sites, even on one yard.</source>
        <translation>Et sted er en bygning. Rivaler er aldrig på samme sted samtidig, så to bygninger er to steder, også på samme grund.</translation>
    </message>
    <message>
        <source>Ways</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Add way</source>
        <translation>Tilføj transporttid</translation>
    </message>
    <message>
        <source>How long the way between two sites takes. Where it is not on record, the longest way is taken, and at least an hour.</source>
        <translation>Hvor lang tid vejen mellem to steder tager. Hvor den ikke er registreret, regnes med den længste, dog mindst en time.</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Lokaler</translation>
    </message>
    <message>
        <source>Add room</source>
        <translation>Tilføj lokale</translation>
    </message>
    <message>
        <source>A session takes place in a room that holds everybody and has what the activity and the threat levels ask for.</source>
        <translation>Et møde holdes i et lokale, der har plads til alle og har det, som aktiviteten og trusselsniveauerne kræver.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Slags</translation>
    </message>
    <message>
        <source>as the unit</source>
        <translation>som enheden</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>As the unit</source>
        <translation>Som enheden</translation>
    </message>
    <message>
        <source>A workplace keeps its own hours: it does not close when the unit does.</source>
        <translation>En arbejdsplads har sin egen åbningstid: den lukker ikke, når enheden gør.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Til</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutter</translation>
    </message>
    <message>
        <source>One site</source>
        <translation>Det ene sted</translation>
    </message>
    <message>
        <source>The other site</source>
        <translation>Det andet sted</translation>
    </message>
    <message>
        <source>The way takes</source>
        <translation>Vejen tager</translation>
    </message>
    <message>
        <source>minutes, both ways</source>
        <translation>minutter, begge veje</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Sted</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Pladser</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Indretning</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nej</translation>
    </message>
    <message>
        <source>people, staff not counted</source>
        <translation>borgere, medarbejdere ikke medregnet</translation>
    </message>
    <message>
        <source>What activities and threat levels may ask for.</source>
        <translation>Hvad aktiviteter og trusselsniveauer kan kræve.</translation>
    </message>
    <message>
        <source>When the room can&apos;t be used.</source>
        <translation>Hvornår lokalet ikke kan bruges.</translation>
    </message>
    <message>
        <source>Closed from</source>
        <translation>Lukket fra</translation>
    </message>
    <message>
        <source>Closed until</source>
        <translation>Lukket til</translation>
    </message>
    <message>
        <source>Add offer</source>
        <translation>Tilføj tilbud</translation>
    </message>
    <message>
        <source>What people are referred to: bought from a supplier or the municipality&apos;s own. Its activities can be attended by whoever is referred to it.</source>
        <translation>Det, borgere henvises til: købt hos en leverandør eller kommunens eget. Den, der er henvist, kan deltage i tilbuddets aktiviteter.</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Aktiviteter</translation>
    </message>
    <message>
        <source>Add activity</source>
        <translation>Tilføj aktivitet</translation>
    </message>
    <message>
        <source>What sessions are planned of: how long, how many people, which staff, what it costs.</source>
        <translation>Det, møderne planlægges af: hvor længe, hvor mange borgere, hvilke medarbejdere, hvad det koster.</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Leverandør</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Løber</translation>
    </message>
    <message>
        <source>Referred</source>
        <translation>Henviste</translation>
    </message>
    <message>
        <source>Clarifying start</source>
        <translation>Afklarende opstart</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>uger</translation>
    </message>
    <message>
        <source>Only mentor-based offers</source>
        <translation>Kun mentorbaserede tilbud</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>Kompetence</translation>
    </message>
    <message>
        <source>Counts as hours</source>
        <translation>Tæller som timer</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Pris</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Tilbud</translation>
    </message>
    <message>
        <source>people</source>
        <translation>personer</translation>
    </message>
    <message>
        <source>Counts as hours of activation</source>
        <translation>Tæller som aktiveringstimer</translation>
    </message>
    <message>
        <source>A session lasts</source>
        <translation>Et møde varer</translation>
    </message>
    <message>
        <source>Several lengths: the planning chooses among them.</source>
        <translation>Flere længder: planlægningen vælger mellem dem.</translation>
    </message>
    <message>
        <source>Smallest group</source>
        <translation>Mindste hold</translation>
    </message>
    <message>
        <source>Largest group</source>
        <translation>Største hold</translation>
    </message>
    <message>
        <source>One of the staff has it.</source>
        <translation>En af medarbejderne har den.</translation>
    </message>
    <message>
        <source>The room has</source>
        <translation>Lokalet har</translation>
    </message>
    <message>
        <source>Any room that is fit for it</source>
        <translation>Ethvert egnet lokale</translation>
    </message>
    <message>
        <source>At most a day</source>
        <translation>Højst om dagen</translation>
    </message>
    <message>
        <source>sessions for one person</source>
        <translation>møder for en borger</translation>
    </message>
    <message>
        <source>Price of a session</source>
        <translation>Pris for et møde</translation>
    </message>
    <message>
        <source>and for each person</source>
        <translation>og for hver borger</translation>
    </message>
    <message>
        <source>%1 a session</source>
        <translation>%1 pr. møde</translation>
    </message>
    <message>
        <source>%1 a person</source>
        <translation>%1 pr. borger</translation>
    </message>
    <message>
        <source>free</source>
        <translation>gratis</translation>
    </message>
</context>
<context>
    <name>Restored</name>
    <message>
        <source>The backup was made</source>
        <translation>Sikkerhedskopien blev taget</translation>
    </message>
    <message>
        <source>All %1 entries hold together, and a backup was restored on the way. Anchors vouch up to number %2.</source>
        <translation>Alle %1 poster hænger sammen, og undervejs er en sikkerhedskopi blevet gendannet. Ankre bekræfter dem til og med nr. %2.</translation>
    </message>
    <message>
        <source>%1: knows %2 entries of the vault that a restored backup took the place of.</source>
        <translation>%1: kender %2 poster fra den boks, som en gendannet sikkerhedskopi trådte i stedet for.</translation>
    </message>
    <message>
        <source>A backup of %1 was restored on %2, entry %3. What was recorded after that backup was made is not here, but in the vault that it took the place of.</source>
        <translation>En sikkerhedskopi fra %1 blev gendannet den %2, post %3. Det, der er registreret, efter at kopien blev taget, findes ikke her, men i den boks, som kopien trådte i stedet for.</translation>
    </message>
    <message>
        <source>A backup was restored on %1. The vault is as it was on %2, when that backup was made; what was entered or recorded after it is in the vault that it took the place of.</source>
        <translation>En sikkerhedskopi blev gendannet den %1. Boksen er, som den var den %2, da kopien blev taget; det, der er indtastet eller registreret derefter, ligger i den boks, som kopien trådte i stedet for.</translation>
    </message>
</context>
<context>
    <name>Retention</name>
    <message>
        <source>Nothing was erased: a plan of this week or a later one names somebody of them. End their time with the unit and plan anew first.</source>
        <translation>Intet blev slettet: en af personerne er med i en plan for denne uge eller en senere. Afslut tilknytningen til enheden, og planlæg på ny først.</translation>
    </message>
    <message>
        <source>It could not be done. The vault may be busy: try again.</source>
        <translation>Det kunne ikke lade sig gøre. Boksen er måske optaget: prøv igen.</translation>
    </message>
    <message>
        <source>[erased]</source>
        <translation>[slettet]</translation>
    </message>
    <message>
        <source>People who have left</source>
        <translation>Personer, der ikke længere er tilknyttet</translation>
    </message>
    <message>
        <source>Memberships of groups</source>
        <translation>Gruppetilhør</translation>
    </message>
    <message>
        <source>Separations</source>
        <translation>Adskillelser</translation>
    </message>
    <message>
        <source>Earlier threat levels</source>
        <translation>Tidligere trusselsniveauer</translation>
    </message>
    <message>
        <source>Referrals, activities and placements</source>
        <translation>Henvisninger, aktiviteter og faste forløb</translation>
    </message>
    <message>
        <source>Drafts of plans</source>
        <translation>Udkast til planer</translation>
    </message>
    <message>
        <source>Published plans</source>
        <translation>Udgivne planer</translation>
    </message>
    <message>
        <source>Details in the audit trail</source>
        <translation>Enkeltheder i revisionssporet</translation>
    </message>
    <message>
        <source>after their last day with the unit</source>
        <translation>efter sidste dag i enheden</translation>
    </message>
    <message>
        <source>after their end</source>
        <translation>efter at de er slut</translation>
    </message>
    <message>
        <source>after their last day</source>
        <translation>efter sidste dag</translation>
    </message>
    <message>
        <source>after they ran out</source>
        <translation>efter at de er udløbet</translation>
    </message>
    <message>
        <source>after their week</source>
        <translation>efter ugen</translation>
    </message>
    <message>
        <source>after the entry</source>
        <translation>efter registreringen</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>en person</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, version %2</translation>
    </message>
    <message>
        <source>%1: everything</source>
        <translation>%1: alt</translation>
    </message>
    <message>
        <source>Erased. People: %1. Other entries: %2. Plans that somebody was taken out of: %3.</source>
        <translation>Slettet. Personer: %1. Andre oplysninger: %2. Planer, som nogen er taget ud af: %3.</translation>
    </message>
    <message>
        <source>Texts on others that named them: %1; a mark stands there instead.</source>
        <translation>Tekster om andre, der nævnte dem: %1; der står et mærke i stedet.</translation>
    </message>
    <message>
        <source>The vault&apos;s file was busy: traces may be in it until Sikkerplan is closed.</source>
        <translation>Boksens fil var optaget: der kan være spor i den, indtil Sikkerplan lukkes.</translation>
    </message>
    <message>
        <source>What is due of the audit trail could not be emptied: try again.</source>
        <translation>Det i revisionssporet, som skal tømmes, kunne ikke tømmes: Prøv igen.</translation>
    </message>
</context>
<context>
    <name>RetentionDialog</name>
    <message>
        <source>Retention and erasure</source>
        <translation>Opbevaring og sletning</translation>
    </message>
    <message>
        <source>Make a new one and remove them</source>
        <translation>Tag en ny, og fjern dem</translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>Skal slettes</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regler</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>Én person</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>%1 older backups still hold what was erased.</source>
        <translation>%1 ældre sikkerhedskopier indeholder stadig det slettede.</translation>
    </message>
</context>
<context>
    <name>RetentionLocks</name>
    <message>
        <source>%1, a lock</source>
        <translation>%1, en lås</translation>
    </message>
    <message>
        <source>%1, an approval</source>
        <translation>%1, en godkendelse</translation>
    </message>
</context>
<context>
    <name>RetentionStaff</name>
    <message>
        <source>no hours, and no plan names them</source>
        <translation>ingen arbejdstid, og ingen plan nævner vedkommende</translation>
    </message>
    <message>
        <source>%1 · staff</source>
        <translation>%1 · medarbejder</translation>
    </message>
    <message>
        <source>What they have done in Sikkerplan stays in the audit trail under their name.</source>
        <translation>Det, vedkommende selv har foretaget i Sikkerplan, bliver stående i revisionssporet under vedkommendes navn.</translation>
    </message>
    <message>
        <source>Staff without hours at work</source>
        <translation>Medarbejdere uden arbejdstid</translation>
    </message>
    <message>
        <source>after the last plan with them</source>
        <translation>efter den sidste plan, der nævner dem</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>For review</source>
        <translation>Til vurdering</translation>
    </message>
    <message>
        <source>Search what is due</source>
        <translation>Søg i det, der skal vurderes</translation>
    </message>
    <message>
        <source>Nothing has run out that nobody has looked at.</source>
        <translation>Intet er udløbet, uden at nogen har taget stilling.</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>Forny…</translation>
    </message>
    <message>
        <source>Let it end…</source>
        <translation>Lad ophøre…</translation>
    </message>
    <message>
        <source>What has run out in the last %1 days with nothing after it that asks for as much, and what runs out within %2 days. It stays here until somebody renews it or says why it may end.</source>
        <translation>Det, der er udløbet inden for de sidste %1 dage, uden at noget lige så strengt følger efter, og det, der udløber inden for %2 dage. Det bliver stående, til nogen fornyer det eller siger, hvorfor det må ophøre.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Om</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Hvad</translation>
    </message>
    <message>
        <source>Separation</source>
        <translation>Adskillelse</translation>
    </message>
    <message>
        <source>Membership</source>
        <translation>Medlemskab</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tilstand</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Til</translation>
    </message>
    <message>
        <source>How far apart</source>
        <translation>Hvor adskilt</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Kilde</translation>
    </message>
    <message>
        <source>as its group</source>
        <comment>how far apart somebody is kept</comment>
        <translation>som gruppen</translation>
    </message>
</context>
<context>
    <name>RotateDialog</name>
    <message>
        <source>Make a new data key</source>
        <translation>Opret en ny datanøgle</translation>
    </message>
    <message>
        <source>Encrypt everything anew</source>
        <translation>Kryptér alt på ny</translation>
    </message>
    <message>
        <source>Everything is encrypted anew, with a key that no older copy of the vault&apos;s files knows. Do it when a passphrase, a recovery key or a copy of the files may be in wrong hands. Backups made before keep the old key.</source>
        <translation>Alt krypteres på ny med en nøgle, som ingen ældre kopi af boksens filer kender. Gør det, når en adgangssætning, en gendannelsesnøgle eller en kopi af filerne kan være i forkerte hænder. Tidligere sikkerhedskopier beholder den gamle nøgle.</translation>
    </message>
    <message>
        <source>The recovery key becomes a new one:</source>
        <translation>Gendannelsesnøglen bliver en ny:</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Adgangssætning</translation>
    </message>
    <message>
        <source>The vault&apos;s &amp;passphrase, which stays the same</source>
        <translation>Boksens &amp;adgangssætning, som forbliver den samme</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiér</translation>
    </message>
    <message>
        <source>Choose &amp;all</source>
        <translation>Vælg &amp;alle</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>K&amp;olonner</translation>
    </message>
</context>
<context>
    <name>RulesPanel</name>
    <message>
        <source>Say who has decided it, or where it stands.</source>
        <translation>Skriv, hvem der har besluttet det, eller hvor det står.</translation>
    </message>
    <message>
        <source>A proposal: nobody has decided it yet.</source>
        <translation>Et forslag: ingen har besluttet det endnu.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bekræft</translation>
    </message>
    <message>
        <source>Decided on %1.</source>
        <translation>Besluttet den %1.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ændr</translation>
    </message>
    <message>
        <source>The months are counted as it stands beside them. What is proposed is no legal advice: let the unit&apos;s data protection officer and archive confirm or change it. What held before stays on record.</source>
        <translation>Månederne tælles, som det står ved siden af. Forslagene er ikke juridisk rådgivning: lad enhedens databeskyttelsesrådgiver og arkiv bekræfte eller ændre dem. Det, der gjaldt før, bliver stående.</translation>
    </message>
    <message>
        <source> months</source>
        <translation> måneder</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Kilde: %1</translation>
    </message>
</context>
<context>
    <name>RunsNow</name>
    <message>
        <source>A safe rest of the week was found</source>
        <translation>En sikker rest af ugen er fundet</translation>
    </message>
    <message>
        <source>Checked: no rule is broken in what is to come.</source>
        <translation>Kontrolleret: Ingen regel er brudt i det, der er tilbage.</translation>
    </message>
    <message>
        <source>1 session that runs now breaks a rule</source>
        <translation>1 møde, der er i gang nu, bryder en regel</translation>
    </message>
    <message>
        <source>%1 sessions that run now break a rule</source>
        <translation>%1 møder, der er i gang nu, bryder en regel</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>how many sessions that run now break a rule, when and where</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Call %1 now.</source>
        <comment>the staff of a session</comment>
        <translation>Ring til %1 nu.</translation>
    </message>
    <message>
        <source>Runs now: %1</source>
        <translation>I gang nu: %1</translation>
    </message>
    <message>
        <source>Is over: %1</source>
        <translation>Overstået: %1</translation>
    </message>
    <message>
        <source>%1. No plan can change it any more: call the staff. The rest of the week can be used all the same.</source>
        <translation>%1. Ingen plan kan ændre det mere: Ring til medarbejderne. Resten af ugen kan bruges alligevel.</translation>
    </message>
    <message>
        <source>A rule is broken right now</source>
        <translation>En regel er brudt lige nu</translation>
    </message>
    <message>
        <source>%1 · %2 more to come</source>
        <comment>a rule is broken right now, how many</comment>
        <translation>%1 · %2 mere forude</translation>
    </message>
</context>
<context>
    <name>SeparationsPanel</name>
    <message>
        <source>Separations</source>
        <translation>Adskillelser</translation>
    </message>
    <message>
        <source>Search in separations</source>
        <translation>Søg i adskillelser</translation>
    </message>
    <message>
        <source>No separation is on record. That does not mean that everybody may meet.</source>
        <translation>Ingen adskillelse er registreret. Det betyder ikke, at alle må mødes.</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>Forny…</translation>
    </message>
    <message>
        <source>End…</source>
        <translation>Afslut…</translation>
    </message>
    <message>
        <source>Let it end…</source>
        <translation>Lad ophøre…</translation>
    </message>
    <message>
        <source>Stop working out the costs</source>
        <translation>Stop beregningen</translation>
    </message>
    <message>
        <source>Work out what the chosen ones cost</source>
        <translation>Beregn, hvad de valgte koster</translation>
    </message>
    <message>
        <source>Work out what all of them cost</source>
        <translation>Beregn, hvad de alle koster</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>Mellem</translation>
    </message>
    <message>
        <source>How far apart</source>
        <translation>Hvor adskilt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tilstand</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Til</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Borgere</translation>
    </message>
    <message>
        <source>Cost, hours</source>
        <translation>Pris, timer</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Kilde</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begrundelse</translation>
    </message>
    <message>
        <source>not worked out</source>
        <translation>ikke beregnet</translation>
    </message>
    <message>
        <source>%1, outdated</source>
        <translation>%1, forældet</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupper</translation>
    </message>
    <message>
        <source>With a person</source>
        <translation>Med en person</translation>
    </message>
    <message>
        <source>Sides</source>
        <translation>Sider</translation>
    </message>
</context>
<context>
    <name>SessionBroken</name>
    <message>
        <source>Runs now, and breaks a rule</source>
        <translation>I gang nu og bryder en regel</translation>
    </message>
    <message>
        <source>Breaks a rule</source>
        <translation>Bryder en regel</translation>
    </message>
</context>
<context>
    <name>SessionCommands</name>
    <message>
        <source>Not copied: the plan breaks a rule by now.</source>
        <translation>Ikke kopieret: planen bryder nu en regel.</translation>
    </message>
    <message>
        <source>Copied for a spreadsheet: %1.</source>
        <translation>Kopieret til et regneark: %1.</translation>
    </message>
    <message>
        <source>Who comes into the session?</source>
        <translation>Hvem kommer ind i mødet?</translation>
    </message>
    <message>
        <source>Who goes out of the session?</source>
        <translation>Hvem går ud af mødet?</translation>
    </message>
    <message>
        <source>Staff of the session</source>
        <translation>Mødets medarbejdere</translation>
    </message>
    <message>
        <source>Lock the session</source>
        <translation>Lås mødet</translation>
    </message>
    <message>
        <source>Lock this person&apos;s week</source>
        <translation>Lås personens uge</translation>
    </message>
    <message>
        <source>Lock the day: %1</source>
        <translation>Lås dagen: %1</translation>
    </message>
    <message>
        <source>Approve the session</source>
        <translation>Godkend mødet</translation>
    </message>
    <message>
        <source>The yes is for the session as it stands: of a change it says nothing.</source>
        <translation>Godkendelsen gælder mødet, som det er: om en ændring siger den intet.</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Godkendt af</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Bemærkning</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Godkend</translation>
    </message>
    <message>
        <source>&amp;Take out of the chosen session</source>
        <translation>&amp;Tag ud af det valgte møde</translation>
    </message>
    <message>
        <source>&amp;Add to the chosen session</source>
        <translation>&amp;Sæt ind i det valgte møde</translation>
    </message>
    <message>
        <source>&amp;Lock this person&apos;s week …</source>
        <translation>&amp;Lås personens uge …</translation>
    </message>
    <message>
        <source>Un&amp;lock this person&apos;s week</source>
        <translation>Lås personens uge &amp;op</translation>
    </message>
    <message>
        <source>&amp;New session …</source>
        <translation>&amp;Nyt møde …</translation>
    </message>
    <message>
        <source>Lock the day: %1 …</source>
        <translation>Lås dagen: %1 …</translation>
    </message>
    <message>
        <source>&amp;Copy the week for a spreadsheet</source>
        <translation>&amp;Kopiér ugen til et regneark</translation>
    </message>
    <message>
        <source>&amp;Move …</source>
        <translation>&amp;Flyt …</translation>
    </message>
    <message>
        <source>&amp;Add a person …</source>
        <translation>&amp;Tilføj en borger …</translation>
    </message>
    <message>
        <source>&amp;Take a person out …</source>
        <translation>T&amp;ag en borger ud …</translation>
    </message>
    <message>
        <source>&amp;Staff …</source>
        <translation>&amp;Medarbejdere …</translation>
    </message>
    <message>
        <source>Un&amp;lock</source>
        <translation>Lås &amp;op</translation>
    </message>
    <message>
        <source>&amp;Lock …</source>
        <translation>&amp;Lås …</translation>
    </message>
    <message>
        <source>Ta&amp;ke the approval back</source>
        <translation>Tag &amp;godkendelsen tilbage</translation>
    </message>
    <message>
        <source>A&amp;pprove …</source>
        <translation>&amp;Godkend …</translation>
    </message>
    <message>
        <source>&amp;Remove the session</source>
        <translation>F&amp;jern mødet</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>It stays as it is when the week is planned anew, until the lock is lifted.</source>
        <translation>Det forbliver, som det er, når ugen planlægges på ny, indtil låsen ophæves.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Hvorfor</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lås</translation>
    </message>
</context>
<context>
    <name>SessionLength</name>
    <message>
        <source>How long is the session to be?</source>
        <translation>Hvor længe skal mødet vare?</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>som det er nu</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 time</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 timer</translation>
    </message>
    <message>
        <source>Up and down change the length, Enter keeps it, Esc puts it back.</source>
        <translation>Pil op og ned ændrer længden, Enter beholder den, Esc sætter den tilbage.</translation>
    </message>
    <message>
        <source>This activity has no other length.</source>
        <translation>Aktiviteten har ingen anden længde.</translation>
    </message>
    <message>
        <source>Len&amp;gth …</source>
        <comment>menu of a session</comment>
        <translation>Læng&amp;de …</translation>
    </message>
</context>
<context>
    <name>SessionPanel</name>
    <message>
        <source>People · %1</source>
        <translation>Borgere · %1</translation>
    </message>
    <message>
        <source>Staff · %1</source>
        <translation>Medarbejdere · %1</translation>
    </message>
    <message>
        <source>Choose a session on the board to see its people, its staff and what to watch about it.</source>
        <translation>Vælg et møde på ugeplanen for at se dets borgere og medarbejdere, og hvad du skal være opmærksom på.</translation>
    </message>
    <message>
        <source>About the session</source>
        <translation>Om mødet</translation>
    </message>
    <message>
        <source>What to watch</source>
        <translation>Det skal du være opmærksom på</translation>
    </message>
    <message>
        <source>Draw it to another session, or to the bare board to take it out</source>
        <translation>Træk til et andet møde, eller til et tomt sted i ugeplanen for at tage ud</translation>
    </message>
    <message>
        <source>the unit&apos;s own</source>
        <translation>enhedens egen</translation>
    </message>
    <message>
        <source>has the activity&apos;s skill</source>
        <translation>har aktivitetens kompetence</translation>
    </message>
    <message>
        <source>can guard</source>
        <translation>kan være vagt</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Overholdt</translation>
    </message>
    <message>
        <source>Look at this</source>
        <translation>Se på dette</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Brudt</translation>
    </message>
</context>
<context>
    <name>SessionQuestions</name>
    <message>
        <source>Use these</source>
        <translation>Brug disse</translation>
    </message>
</context>
<context>
    <name>SeveralFit</name>
    <message>
        <source>Fits %1: type more of it, or choose.</source>
        <translation>Passer på %1: skriv mere, eller vælg.</translation>
    </message>
    <message>
        <source>Fits %2 in the list, such as %1: type more of it, or choose.</source>
        <translation>Passer på %2 på listen, f.eks. %1: skriv mere, eller vælg.</translation>
    </message>
</context>
<context>
    <name>SheetAgain</name>
    <message>
        <source>Read the file a&amp;gain</source>
        <translation>&amp;Læs filen igen</translation>
    </message>
    <message>
        <source>After you have corrected and saved it in your spreadsheet.</source>
        <translation>Når du har rettet og gemt den i dit regneark.</translation>
    </message>
    <message>
        <source>The file is being read …</source>
        <translation>Filen læses …</translation>
    </message>
    <message>
        <source>The rows are being read …</source>
        <translation>Rækkerne læses …</translation>
    </message>
    <message>
        <source>Imported: %1 new, %2 changed. Ctrl+Z takes all of it back.</source>
        <translation>Importeret: %1 nye, %2 ændrede. Ctrl+Z fortryder det hele.</translation>
    </message>
</context>
<context>
    <name>SheetExportDialog</name>
    <message>
        <source>Export a table</source>
        <translation>Eksportér en tabel</translation>
    </message>
    <message>
        <source>Excel workbook (XLSX)</source>
        <translation>Excel-projektmappe (XLSX)</translation>
    </message>
    <message>
        <source>Text (CSV)</source>
        <translation>Tekst (CSV)</translation>
    </message>
    <message>
        <source>Names in full</source>
        <translation>Fulde navne</translation>
    </message>
    <message>
        <source>Case numbers only, without notes</source>
        <translation>Kun sagsnumre, uden bemærkninger</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>&amp;Eksportér …</translation>
    </message>
    <message>
        <source>The plan breaks a rule and is not exported.</source>
        <translation>Planen bryder en regel og eksporteres ikke.</translation>
    </message>
    <message>
        <source>Nothing protects the file: whoever has it can read it. Delete it when it has served its purpose.</source>
        <translation>Filen er ikke beskyttet: Enhver, der har den, kan læse den. Slet den, når den ikke skal bruges længere.</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>&amp;Tabel</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;People as</source>
        <translation>&amp;Borgere som</translation>
    </message>
    <message>
        <source>&amp;Reason, for the record</source>
        <translation>Be&amp;grundelse, til loggen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuller</translation>
    </message>
    <message>
        <source>Names are concealed. Show them first, so that the table is complete.</source>
        <translation>Navnene er skjult. Vis dem først, så tabellen bliver fuldstændig.</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel-projektmapper (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-filer (*.csv)</translation>
    </message>
</context>
<context>
    <name>SheetFault</name>
    <message>
        <source>can&apos;t be taken in</source>
        <translation>kan ikke importeres</translation>
    </message>
    <message>
        <source>“%1” %2</source>
        <comment>a cell in quotes and what is wrong with it</comment>
        <translation>»%1« %2</translation>
    </message>
    <message>
        <source>The file is larger than %1 MB. Divide it.</source>
        <translation>Filen er større end %1 MB. Del den op.</translation>
    </message>
    <message>
        <source>The table has more than %1 rows. Divide it.</source>
        <translation>Tabellen har flere end %1 rækker. Del den op.</translation>
    </message>
    <message>
        <source>The table has more than %1 columns. Remove those that are not needed.</source>
        <translation>Tabellen har flere end %1 kolonner. Fjern dem, der ikke skal bruges.</translation>
    </message>
    <message>
        <source>A cell holds more than %1 letters. Shorten it.</source>
        <translation>En celle indeholder flere end %1 tegn. Gør den kortere.</translation>
    </message>
    <message>
        <source>There is no table in it: every cell is empty.</source>
        <translation>Der er ingen tabel: Alle celler er tomme.</translation>
    </message>
    <message>
        <source>The file is protected by a password. Save it without one, and delete that copy afterwards.</source>
        <translation>Filen er beskyttet med en adgangskode. Gem en kopi uden adgangskode, og slet kopien bagefter.</translation>
    </message>
    <message>
        <source>The file is in the old Excel format (.xls). Open it in Excel and save it as .xlsx.</source>
        <translation>Filen er i det gamle Excel-format (.xls). Åbn den i Excel, og gem den som .xlsx.</translation>
    </message>
    <message>
        <source>This is neither CSV nor XLSX. Open it in your spreadsheet and save it as one of them.</source>
        <translation>Filen er hverken CSV eller XLSX. Åbn den i dit regneark, og gem den som en af delene.</translation>
    </message>
    <message>
        <source>The file is damaged. Open it in your spreadsheet and save it anew.</source>
        <translation>Filen er beskadiget. Åbn den i dit regneark, og gem den igen.</translation>
    </message>
    <message>
        <source>The file is built as no spreadsheet program builds one, and could do harm. It was not read any further. Ask whoever sent it.</source>
        <translation>Filen er lavet på en måde, som intet regnearksprogram bruger, og kan gøre skade. Den er ikke læst videre. Spørg afsenderen.</translation>
    </message>
    <message>
        <source>The file is neither a table in text nor XLSX, or its letters are written in an unknown way.</source>
        <translation>Filen er hverken en tabel som tekst eller XLSX, eller også er dens tegnsæt ukendt.</translation>
    </message>
    <message>
        <source>A quotation mark in the file is never closed, so nobody can tell where its cell ends.</source>
        <translation>Et anførselstegn i filen afsluttes ikke, så det kan ikke afgøres, hvor cellen slutter.</translation>
    </message>
    <message>
        <source>The file could not be read. Perhaps another program holds it open, or it was moved: close it there and choose it again.</source>
        <translation>Filen kunne ikke læses. Måske er den åben i et andet program, eller den er flyttet: Luk den dér, og vælg den igen.</translation>
    </message>
    <message>
        <source>fits more than one in the unit</source>
        <translation>passer på flere i enheden</translation>
    </message>
    <message>
        <source>is before the first day</source>
        <translation>ligger før den første dag</translation>
    </message>
    <message>
        <source>belongs to somebody else already</source>
        <translation>tilhører allerede en anden</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>må ikke være tom</translation>
    </message>
    <message>
        <source>holds a formula without a result</source>
        <translation>indeholder en formel uden resultat</translation>
    </message>
    <message>
        <source>is a day that has not come yet</source>
        <translation>er en dag i fremtiden</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>mangler</translation>
    </message>
    <message>
        <source>says no sessions a week: write the fewest and the most after the name, such as 1-2</source>
        <translation>mangler antal møder om ugen: Skriv det mindste og det største antal efter navnet, f.eks. 1-2</translation>
    </message>
    <message>
        <source>is not one of the words allowed here</source>
        <translation>er ikke et af de ord, der må stå her</translation>
    </message>
    <message>
        <source>is not a date such as 26-11-2026</source>
        <translation>er ikke en dato som 26-11-2026</translation>
    </message>
    <message>
        <source>is not a date such as 26-11-2026, with or without a time</source>
        <translation>er ikke en dato som 26-11-2026, med eller uden klokkeslæt</translation>
    </message>
    <message>
        <source>is not after the start</source>
        <translation>ligger ikke efter starten</translation>
    </message>
    <message>
        <source>is not a number of hours such as 20, 7.5 or 7:30</source>
        <translation>er ikke et timetal som 20, 7,5 eller 7:30</translation>
    </message>
    <message>
        <source>holds letters that can&apos;t be shown</source>
        <translation>indeholder tegn, der ikke kan vises</translation>
    </message>
    <message>
        <source>is not a time such as 08:00-15:00</source>
        <translation>er ikke et tidsrum som 08:00-15:00</translation>
    </message>
    <message>
        <source>is not a whole number</source>
        <translation>er ikke et helt tal</translation>
    </message>
    <message>
        <source>says something where the site is kept apart only</source>
        <translation>har kun betydning, når adskillelsen gælder stedet</translation>
    </message>
    <message>
        <source>overlaps another one</source>
        <translation>overlapper en anden</translation>
    </message>
    <message>
        <source>is the same on both sides</source>
        <translation>er den samme på begge sider</translation>
    </message>
    <message>
        <source>stands in row %1 too</source>
        <translation>står også i række %1</translation>
    </message>
    <message>
        <source>a cell stands beyond the last heading: the row may be shifted, or a heading is missing</source>
        <translation>en celle står til højre for den sidste overskrift: Rækken kan være forskudt, eller der mangler en overskrift</translation>
    </message>
    <message>
        <source>is too large</source>
        <translation>er for stor</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>er for lang</translation>
    </message>
    <message>
        <source>is too small</source>
        <translation>er for lille</translation>
    </message>
    <message>
        <source>stands there twice</source>
        <translation>står der to gange</translation>
    </message>
    <message>
        <source>is no activity of the unit</source>
        <translation>er ikke en af enhedens aktiviteter</translation>
    </message>
    <message>
        <source>is no conflict group of the unit</source>
        <translation>er ikke en af enhedens konfliktgrupper</translation>
    </message>
    <message>
        <source>is no threat level of the unit</source>
        <translation>er ikke et af enhedens trusselsniveauer</translation>
    </message>
    <message>
        <source>is no offer of the unit</source>
        <translation>er ikke et af enhedens tilbud</translation>
    </message>
    <message>
        <source>is nobody&apos;s case number, and no colleague&apos;s name</source>
        <translation>er hverken et sagsnummer eller navnet på en medarbejder</translation>
    </message>
    <message>
        <source>is not known to the unit</source>
        <translation>kendes ikke af enheden</translation>
    </message>
    <message>
        <source>is no conflict group, and nobody&apos;s case number</source>
        <translation>er hverken en konfliktgruppe eller et sagsnummer</translation>
    </message>
    <message>
        <source>is no site of the unit</source>
        <translation>er ikke et af enhedens steder</translation>
    </message>
    <message>
        <source>is no supplier of the unit</source>
        <translation>er ikke en af enhedens leverandører</translation>
    </message>
</context>
<context>
    <name>SheetHeads</name>
    <message>
        <source>The headings stand in row %1. What stands above it is left out.</source>
        <translation>Overskrifterne står i række %1. Det, der står over dem, udelades.</translation>
    </message>
</context>
<context>
    <name>SheetImportDialog</name>
    <message>
        <source>Import a table</source>
        <translation>Importér en tabel</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Tilbage</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Næste</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuller</translation>
    </message>
    <message>
        <source>1 of 3: Choose the table</source>
        <translation>1 af 3: Vælg tabellen</translation>
    </message>
    <message>
        <source>2 of 3: What the columns say</source>
        <translation>2 af 3: Hvad kolonnerne betyder</translation>
    </message>
    <message>
        <source>3 of 3: What would happen</source>
        <translation>3 af 3: Hvad der vil ske</translation>
    </message>
    <message>
        <source>&amp;Import %1 rows</source>
        <translation>&amp;Importér %1 rækker</translation>
    </message>
    <message>
        <source>&amp;Import 1 row</source>
        <translation>&amp;Importér 1 række</translation>
    </message>
    <message>
        <source>The vault is open read-only: nothing can be imported.</source>
        <translation>Boksen er kun åben til læsning: Intet kan importeres.</translation>
    </message>
    <message>
        <source>Names are concealed. Show them first: the rows are compared with them.</source>
        <translation>Navnene er skjult. Vis dem først: Rækkerne sammenlignes med dem.</translation>
    </message>
    <message>
        <source>Correct the errors in the file, or leave their rows out.</source>
        <translation>Ret fejlene i filen, eller udelad rækkerne.</translation>
    </message>
    <message>
        <source>There is nothing to import: no row changes anything.</source>
        <translation>Der er intet at importere: Ingen række ændrer noget.</translation>
    </message>
    <message>
        <source>Nothing was imported: the unit has changed meanwhile. Go back and look again.</source>
        <translation>Intet er importeret: Enheden er ændret i mellemtiden. Gå tilbage, og se efter igen.</translation>
    </message>
</context>
<context>
    <name>SheetNames</name>
    <message>
        <source>fits more than one in the unit: write it with its number, such as %1</source>
        <translation>passer på mere end én i enheden: skriv navnet med nummer, f.eks. %1</translation>
    </message>
    <message>
        <source>fits rooms of several sites: say the site in its column</source>
        <translation>passer på lokaler flere steder: skriv stedet i dets kolonne</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Citizens</source>
        <translation>Borgere</translation>
    </message>
    <message>
        <source>Conflict groups</source>
        <translation>Konfliktgrupper</translation>
    </message>
    <message>
        <source>Separations</source>
        <translation>Adskillelser</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Lokaler</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Medarbejdere</translation>
    </message>
    <message>
        <source>Absences</source>
        <translation>Fravær</translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <translation>Ugens timer</translation>
    </message>
    <message>
        <source>Plan of the week</source>
        <translation>Ugens plan</translation>
    </message>
    <message>
        <source>A row for each citizen, known by the case number. A new one needs a name and the day of enrolment. Hours, groups, offers and activities hold from today where no day is given; those of a new citizen from the day of enrolment.</source>
        <translation>En række for hver borger, kendt på sagsnummeret. En ny borger skal have et navn og en tilmeldingsdato. Timer, grupper, tilbud og aktiviteter gælder fra i dag, hvor ingen dato er angivet; for en ny borger fra tilmeldingsdatoen.</translation>
    </message>
    <message>
        <source>A row for each conflict group, known by its name.</source>
        <translation>En række for hver konfliktgruppe, kendt på navnet.</translation>
    </message>
    <message>
        <source>A row for each separation, known by its two sides and its first day. A side is the name of a group or the case number of a citizen.</source>
        <translation>En række for hver adskillelse, kendt på de to sider og den første dag. En side er navnet på en gruppe eller en borgers sagsnummer.</translation>
    </message>
    <message>
        <source>A row for each room, known by its name and site. The site must be in the unit already.</source>
        <translation>En række for hvert lokale, kendt på navn og sted. Stedet skal findes i enheden i forvejen.</translation>
    </message>
    <message>
        <source>A row for each colleague, known by name.</source>
        <translation>En række for hver medarbejder, kendt på navnet.</translation>
    </message>
    <message>
        <source>A row for each absence, known by the person and its start. The person is a case number or the name of a colleague.</source>
        <translation>En række for hvert fravær, kendt på personen og starten. Personen angives ved et sagsnummer eller navnet på en medarbejder.</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Aktiviteter</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivitet</translation>
    </message>
    <message>
        <source>Assessed by</source>
        <translation>Vurderet af</translation>
    </message>
    <message>
        <source>Assessed on</source>
        <translation>Vurderet den</translation>
    </message>
    <message>
        <source>Hours that can be carried</source>
        <translation>Timer, borgeren kan klare</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Pladser</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>Sagsnummer</translation>
    </message>
    <message>
        <source>Number of citizens</source>
        <translation>Antal borgere</translation>
    </message>
    <message>
        <source>Hours a day</source>
        <translation>Timer om dagen</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>Hours decided by</source>
        <translation>Timer besluttet af</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Slutter</translation>
    </message>
    <message>
        <source>Enrolled from</source>
        <translation>Tilmeldt fra</translation>
    </message>
    <message>
        <source>Enrolled until</source>
        <translation>Tilmeldt til</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Udstyr</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>Minutes between</source>
        <translation>Minutter imellem</translation>
    </message>
    <message>
        <source>Hours hold from</source>
        <translation>Timer gælder fra</translation>
    </message>
    <message>
        <source>Hours hold until</source>
        <translation>Timer gælder til</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Slags</translation>
    </message>
    <message>
        <source>Threat level</source>
        <translation>Trusselsniveau</translation>
    </message>
    <message>
        <source>State of the level</source>
        <translation>Niveauets status</translation>
    </message>
    <message>
        <source>Missing sessions</source>
        <translation>Manglende møder</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Bemærkning</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Tilbud</translation>
    </message>
    <message>
        <source>Case number or staff</source>
        <translation>Sagsnummer eller medarbejder</translation>
    </message>
    <message>
        <source>Hours at placements</source>
        <translation>Timer i faste forløb</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begrundelse</translation>
    </message>
    <message>
        <source>Hours review on</source>
        <translation>Timer vurderes igen</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Lokale</translation>
    </message>
    <message>
        <source>Kept apart</source>
        <translation>Holdes adskilt</translation>
    </message>
    <message>
        <source>Hours in sessions</source>
        <translation>Timer i møder</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Møder</translation>
    </message>
    <message>
        <source>One side</source>
        <translation>Den ene side</translation>
    </message>
    <message>
        <source>Other side</source>
        <translation>Den anden side</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Sted</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Kompetencer</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Kilde</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Begynder</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Leverandør</translation>
    </message>
    <message>
        <source>Hours in all</source>
        <translation>Timer i alt</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Til</translation>
    </message>
    <message>
        <source>Assessment valid until</source>
        <translation>Vurdering gælder til</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>Ugedag</translation>
    </message>
    <message>
        <source>Hours a week</source>
        <translation>Timer om ugen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Ny</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Ændret</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Uændret</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fejl</translation>
    </message>
    <message>
        <source>illness</source>
        <translation>sygdom</translation>
    </message>
    <message>
        <source>holiday</source>
        <translation>ferie</translation>
    </message>
    <message>
        <source>court</source>
        <translation>retsmøde</translation>
    </message>
    <message>
        <source>detained</source>
        <translation>frihedsberøvet</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andet</translation>
    </message>
    <message>
        <source>current</source>
        <translation>gældende</translation>
    </message>
    <message>
        <source>run out: counts one higher</source>
        <translation>udløbet: tæller som et niveau højere</translation>
    </message>
    <message>
        <source>none on record: counts as the highest</source>
        <translation>intet registreret: tæller som det højeste</translation>
    </message>
    <message>
        <source>session</source>
        <translation>møde</translation>
    </message>
    <message>
        <source>site</source>
        <translation>sted</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>ikke kendt</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format of Qt</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Mandag</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Tirsdag</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Onsdag</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Torsdag</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Fredag</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Lørdag</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Søndag</translation>
    </message>
</context>
<context>
    <name>Skills</name>
    <message>
        <source>anger management</source>
        <translation>vredeshåndtering</translation>
    </message>
    <message>
        <source>company</source>
        <translation>virksomhed</translation>
    </message>
    <message>
        <source>interview</source>
        <translation>samtale</translation>
    </message>
    <message>
        <source>job club</source>
        <translation>jobklub</translation>
    </message>
    <message>
        <source>mentor</source>
        <translation>mentor</translation>
    </message>
    <message>
        <source>teaching</source>
        <translation>undervisning</translation>
    </message>
    <message>
        <source>workshop</source>
        <translation>værksted</translation>
    </message>
</context>
<context>
    <name>SlotCard</name>
    <message>
        <source>Remove …</source>
        <translation>Fjern …</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>Fjern: %1</translation>
    </message>
    <message>
        <source>Set up …</source>
        <translation>Opret …</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Forny</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Skift …</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>No threat level on record: counted as the highest</source>
        <translation>Intet trusselsniveau registreret: regnes som det højeste</translation>
    </message>
    <message>
        <source>Threat level run out: counted one level higher</source>
        <translation>Trusselsniveau udløbet: regnes et niveau højere</translation>
    </message>
    <message>
        <source>Threat level runs out soon</source>
        <translation>Trusselsniveau udløber snart</translation>
    </message>
    <message>
        <source>Separation run out: no longer kept apart</source>
        <translation>Adskillelse udløbet: holdes ikke længere adskilt</translation>
    </message>
    <message>
        <source>Separation runs out soon</source>
        <translation>Adskillelse udløber snart</translation>
    </message>
    <message>
        <source>No weekly hours on record: no hours are planned</source>
        <translation>Ingen ugentlige timer registreret: der planlægges ingen timer</translation>
    </message>
    <message>
        <source>Weekly hours to be judged anew</source>
        <translation>Ugentlige timer skal vurderes på ny</translation>
    </message>
    <message>
        <source>Below their minimum in this week&apos;s plan</source>
        <translation>Under deres minimum i denne uges plan</translation>
    </message>
    <message>
        <source>Leaves the unit soon</source>
        <translation>Forlader snart enheden</translation>
    </message>
    <message>
        <source>Measures of a threat level run out soon</source>
        <translation>Foranstaltninger for et trusselsniveau udløber snart</translation>
    </message>
    <message>
        <source>%1: 1 session missing</source>
        <translation>%1: mangler 1 møde</translation>
    </message>
    <message>
        <source>%1: %2 sessions missing</source>
        <translation>%1: mangler %2 møder</translation>
    </message>
    <message>
        <source>No longer safe: version %1 breaks 1 rule by now</source>
        <translation>Ikke længere sikker: version %1 bryder nu 1 regel</translation>
    </message>
    <message>
        <source>Cannot be planned: no threat level has measures all week</source>
        <translation>Kan ikke planlægges: intet trusselsniveau har foranstaltninger hele ugen</translation>
    </message>
    <message>
        <source>Not planned yet</source>
        <translation>Endnu ikke planlagt</translation>
    </message>
    <message>
        <source>Version %1 is a draft: nothing is published</source>
        <translation>Version %1 er en kladde: intet er offentliggjort</translation>
    </message>
    <message>
        <source>Version %1 is published</source>
        <translation>Version %1 er offentliggjort</translation>
    </message>
    <message>
        <source>No longer safe: version %1 breaks %2 rules by now</source>
        <translation>Ikke længere sikker: version %1 bryder nu %2 regler</translation>
    </message>
    <message>
        <source>Enter the sites and their rooms</source>
        <translation>Indtast stederne og deres lokaler</translation>
    </message>
    <message>
        <source>Enter the staff with their skills and hours</source>
        <translation>Indtast medarbejderne med deres kompetencer og arbejdstid</translation>
    </message>
    <message>
        <source>Enter the activities: what sessions are planned of</source>
        <translation>Indtast aktiviteterne, som møderne planlægges af</translation>
    </message>
    <message>
        <source>Decide the measures of each threat level</source>
        <translation>Tag stilling til foranstaltningerne for hvert trusselsniveau</translation>
    </message>
    <message>
        <source>Enter the conflict groups and who must be kept apart</source>
        <translation>Indtast konfliktgrupperne, og hvem der skal holdes adskilt</translation>
    </message>
    <message>
        <source>Enter the people, or import them from a spreadsheet</source>
        <translation>Indtast borgerne, eller importér dem fra et regneark</translation>
    </message>
    <message>
        <source>Say which activities each person takes part in</source>
        <translation>Angiv, hvilke aktiviteter hver borger deltager i</translation>
    </message>
    <message>
        <source>Plan the week</source>
        <translation>Planlæg ugen</translation>
    </message>
</context>
<context>
    <name>StartAbsent</name>
    <message>
        <source>in 1 session somebody can&apos;t come or the room is shut</source>
        <translation>i 1 møde kan nogen ikke komme, eller lokalet er lukket</translation>
    </message>
    <message>
        <source>in %1 sessions somebody can&apos;t come or the room is shut</source>
        <translation>i %1 møder kan nogen ikke komme, eller lokalet er lukket</translation>
    </message>
</context>
<context>
    <name>StartApprovals</name>
    <message>
        <source>Sessions to come without their manual yes</source>
        <translation>Kommende møder uden manuel godkendelse</translation>
    </message>
    <message>
        <source>Week %1: 1 session, %3</source>
        <translation>Uge %1: 1 møde, %3</translation>
    </message>
    <message>
        <source>Week %1: %2 sessions, the first %3</source>
        <translation>Uge %1: %2 møder, det første %3</translation>
    </message>
</context>
<context>
    <name>StartMemberships</name>
    <message>
        <source>Membership run out: no longer kept apart as one of the group</source>
        <translation>Medlemskab udløbet: holdes ikke længere adskilt som en af gruppen</translation>
    </message>
    <message>
        <source>Membership of a group runs out soon</source>
        <translation>Medlemskab af en gruppe udløber snart</translation>
    </message>
</context>
<context>
    <name>StartNoShows</name>
    <message>
        <source>Did not show up: still to be followed up</source>
        <translation>Udeblevet: mangler opfølgning</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>This week</source>
        <translation>Denne uge</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>Næste uge</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Kræver opmærksomhed</translation>
    </message>
</context>
<context>
    <name>StartUntold</name>
    <message>
        <source>Not yet told of their changed week</source>
        <translation>Har endnu ikke fået besked om deres ændrede uge</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>Columns as at first</source>
        <translation>Nulstil kolonner</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortér efter</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>Stigende</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>Faldende</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Flyt</translation>
    </message>
    <message>
        <source>%1 to the left</source>
        <comment>move a column</comment>
        <translation>%1 til venstre</translation>
    </message>
    <message>
        <source>%1 to the right</source>
        <comment>move a column</comment>
        <translation>%1 til højre</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Ryd filtre</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Søg</translation>
    </message>
    <message>
        <source>No longer only %1</source>
        <comment>a filter</comment>
        <translation>Ikke længere kun %1</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolonner</translation>
    </message>
    <message>
        <source>Choose, sort and move columns</source>
        <translation>Vælg, sortér og flyt kolonner</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Ukendt</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <comment>rows of a table</comment>
        <translation>%1 i alt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>rows shown of all</comment>
        <translation>%1 af %2</translation>
    </message>
    <message>
        <source>%1: all</source>
        <comment>a filter that leaves nothing out</comment>
        <translation>%1: alle</translation>
    </message>
    <message>
        <source>All</source>
        <comment>a filter that leaves nothing out</comment>
        <translation>Alle</translation>
    </message>
    <message>
        <source>There is nothing here yet.</source>
        <translation>Her er ikke noget endnu.</translation>
    </message>
    <message>
        <source>Nothing matches the search and the filters.</source>
        <translation>Intet svarer til søgningen og filtrene.</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>Choose what is shown</source>
        <translation>Vælg, hvad der vises</translation>
    </message>
</context>
<context>
    <name>TakeOut</name>
    <message>
        <source>%1. This week was never published: take out what runs now and publish the rest, or publish once it is over.</source>
        <translation>%1. Ugen har aldrig været offentliggjort: Tag det ud, der er i gang, og offentliggør resten, eller offentliggør, når det er slut.</translation>
    </message>
    <message>
        <source>%1. People were told of this week, so what has begun stays: publish once that is over.</source>
        <translation>%1. Nogen har fået besked om ugen, så det, der er begyndt, bliver stående: Offentliggør, når det er slut.</translation>
    </message>
    <message>
        <source>It may be held all the same:</source>
        <translation>Det holdes måske alligevel:</translation>
    </message>
</context>
<context>
    <name>TakingBack</name>
    <message>
        <source>What was published can&apos;t be undone (%1), nor what was done before it. Make a new version instead.</source>
        <translation>Det, der er offentliggjort, kan ikke fortrydes (%1), og heller ikke det, der blev gjort før. Lav i stedet en ny version.</translation>
    </message>
    <message>
        <source>This can&apos;t be undone: what was recorded since would not fit any more.</source>
        <translation>Det kan ikke fortrydes: det, der er registreret siden, ville ikke passe længere.</translation>
    </message>
    <message>
        <source>This can&apos;t be undone: something else needs it by now.</source>
        <translation>Det kan ikke fortrydes: noget andet bygger nu på det.</translation>
    </message>
    <message>
        <source>It stays in the history (%1).</source>
        <translation>Det bliver stående i historikken (%1).</translation>
    </message>
    <message>
        <source>This record no longer keeps them apart.</source>
        <translation>Denne registrering holder dem ikke længere adskilt.</translation>
    </message>
</context>
<context>
    <name>TellPanel</name>
    <message>
        <source>Cancel</source>
        <translation>Annuller</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Registrér</translation>
    </message>
    <message>
        <source>Record and repair the week</source>
        <translation>Registrér og ret ugen</translation>
    </message>
    <message>
        <source>What happened?</source>
        <translation>Hvad er der sket?</translation>
    </message>
</context>
<context>
    <name>Terminal</name>
    <message>
        <source>The demo was laid around %1 and was made anew for %2.</source>
        <translation>Demoen var lagt omkring ugen %1 og er lavet på ny til %2.</translation>
    </message>
    <message>
        <source>No session was planned: the time was too short. Give it more seconds.</source>
        <translation>Intet møde blev planlagt: tiden var for kort. Giv planlægningen flere sekunder.</translation>
    </message>
    <message>
        <source>The PDF could not be written to %1</source>
        <translation>PDF-filen kunne ikke skrives til %1</translation>
    </message>
    <message>
        <source>The week plan as a PDF: %1</source>
        <translation>Ugeplanen som PDF: %1</translation>
    </message>
    <message>
        <source>There is no screen here for the window. --demo plans without a window.</source>
        <translation>Der er ingen skærm til vinduet her. --demo planlægger uden vindue.</translation>
    </message>
    <message>
        <source>There is no screen here: the demo is planned without a window.</source>
        <translation>Der er ingen skærm her: Demoen planlægges uden vindue.</translation>
    </message>
    <message>
        <source>The vault must be a folder, and this is a file: %1</source>
        <translation>Boksen skal være en mappe, og dette er en fil: %1</translation>
    </message>
    <message>
        <source>The passphrase does not open the vault in %1</source>
        <translation>Adgangssætningen åbner ikke boksen i %1</translation>
    </message>
    <message>
        <source>The recovery key does not open the vault in %1</source>
        <translation>Gendannelsesnøglen åbner ikke boksen i %1</translation>
    </message>
    <message>
        <source>The vault is damaged and was left as it is. Put a backup in its place: %1</source>
        <translation>Boksen er beskadiget og er ikke rørt. Læg en sikkerhedskopi i stedet: %1</translation>
    </message>
    <message>
        <source>A newer version of Sikkerplan has used this vault. Nothing was changed. Open it there: %1</source>
        <translation>En nyere version af Sikkerplan har brugt denne boks. Intet er ændret. Åbn den med den version: %1</translation>
    </message>
    <message>
        <source>Sikkerplan is already open on this vault: %1</source>
        <translation>Sikkerplan er allerede åben på denne boks: %1</translation>
    </message>
    <message>
        <source>After wrong passphrases the vault lets nobody try again for up to a minute: %1</source>
        <translation>Efter forkerte adgangssætninger kan ingen prøve igen i op til et minut: %1</translation>
    </message>
    <message>
        <source>The vault could not be opened. May this user write to its folder, and is there space? %1</source>
        <translation>Boksen kunne ikke åbnes. Må brugeren skrive i dens mappe, og er der plads? %1</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>ukendt</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Borgere</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Møder</translation>
    </message>
    <message>
        <source>Weekly hours planned</source>
        <translation>Planlagte ugentlige timer</translation>
    </message>
    <message>
        <source>Proven upper bound</source>
        <translation>Bevist øvre grænse</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Forskel</translation>
    </message>
    <message>
        <source>Hours in placements</source>
        <translation>Timer i faste forløb</translation>
    </message>
    <message>
        <source>Duties not met</source>
        <translation>Uopfyldte krav</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunder</translation>
    </message>
    <message>
        <source>The independent check found no broken rule.</source>
        <translation>Den uafhængige kontrol fandt ingen brudte regler.</translation>
    </message>
    <message>
        <source>Making the planner ready (the first time only) …</source>
        <translation>Gør planlæggeren klar (kun første gang) …</translation>
    </message>
    <message>
        <source>%1 s: no plan yet</source>
        <translation>%1 s: endnu ingen plan</translation>
    </message>
    <message>
        <source>%1 s: %2 hours</source>
        <translation>%1 s: %2 timer</translation>
    </message>
    <message>
        <source>%1 s: %2 of at most %3 hours, gap %4</source>
        <translation>%1 s: %2 af højst %3 timer, forskel %4</translation>
    </message>
</context>
<context>
    <name>TogetherNow</name>
    <message>
        <source>2 people who must not meet are at one workplace now</source>
        <translation>2 personer, der ikke må mødes, er på samme arbejdsplads nu</translation>
    </message>
    <message>
        <source>%1 times 2 people who must not meet are at one workplace now</source>
        <translation>%1 gange er 2 personer, der ikke må mødes, på samme arbejdsplads nu</translation>
    </message>
    <message>
        <source>See who</source>
        <translation>Se hvem</translation>
    </message>
</context>
<context>
    <name>Told</name>
    <message>
        <source>Told on %1 that the week was changed</source>
        <translation>Fik den %1 besked om, at ugen var ændret</translation>
    </message>
    <message>
        <source>Told on</source>
        <translation>Fik besked</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>Besked givet af</translation>
    </message>
    <message>
        <source>told of a changed week</source>
        <translation>besked om en ændret uge</translation>
    </message>
    <message>
        <source>somebody told of their changed week</source>
        <translation>besked om en ændret uge noteret</translation>
    </message>
    <message>
        <source>somebody not told after all</source>
        <translation>besked om en ændret uge taget tilbage</translation>
    </message>
    <message>
        <source>%1: told of a change of %2</source>
        <translation>%1: besked om en ændring af %2</translation>
    </message>
</context>
<context>
    <name>ToldWhen</name>
    <message>
        <source>Told %1 by %2</source>
        <comment>date and time, who</comment>
        <translation>Fik besked %1 af %2</translation>
    </message>
    <message>
        <source>Told of another repair before, which says something else for them. Call them again, also where they are not on the list: %1.</source>
        <translation>Har før fået besked om en anden rettet uge, som siger noget andet for dem. Ring til dem igen, også selv om de ikke står på listen: %1.</translation>
    </message>
    <message>
        <source>Week %2: everybody is told about version %3</source>
        <translation>Uge %2: Alle har fået besked om version %3</translation>
    </message>
    <message>
        <source>Week %2: 1 person not yet told about version %3</source>
        <translation>Uge %2: 1 person har endnu ikke fået besked om version %3</translation>
    </message>
    <message>
        <source>Week %2: %1 people not yet told about version %3</source>
        <translation>Uge %2: %1 personer har endnu ikke fået besked om version %3</translation>
    </message>
    <message>
        <source>Show the call list</source>
        <translation>Vis ringelisten</translation>
    </message>
</context>
<context>
    <name>ToldWhy</name>
    <message>
        <source>%1 with other people</source>
        <translation>%1 med andre personer</translation>
    </message>
    <message>
        <source>Other people in it</source>
        <translation>Andre borgere på mødet</translation>
    </message>
    <message>
        <source>No: it has begun</source>
        <translation>Nej: Det er begyndt</translation>
    </message>
    <message>
        <source>Begun or over</source>
        <translation>Begyndt eller slut</translation>
    </message>
    <message>
        <source>Nobody has to be told: what differs has begun or is over.</source>
        <translation>Ingen skal have besked: Det, der er anderledes, er begyndt eller slut.</translation>
    </message>
    <message>
        <source>Nobody has to be told: of what is still to come staff alone differ.</source>
        <translation>Ingen skal have besked: I det, der endnu ikke er begyndt, er kun medarbejderne andre.</translation>
    </message>
    <message>
        <source>%1 (other people in the session)</source>
        <translation>%1 (andre borgere på mødet)</translation>
    </message>
</context>
<context>
    <name>UncheckedWeek</name>
    <message>
        <source>The plan of this week can&apos;t be checked: enter the measures of the levels</source>
        <translation>Ugens plan kan ikke kontrolleres: Indtast foranstaltningerne for trusselsniveauerne</translation>
    </message>
    <message>
        <source>No level has measures on every day of this week, so nobody can say which sessions are safe.</source>
        <translation>Intet trusselsniveau har foranstaltninger alle ugens dage, så ingen kan sige, hvilke møder der er sikre.</translation>
    </message>
    <message>
        <source>Enter the measures</source>
        <translation>Indtast foranstaltningerne</translation>
    </message>
    <message>
        <source>Week %1 is published and can&apos;t be checked: enter the measures of the levels.</source>
        <translation>Uge %1 er offentliggjort og kan ikke kontrolleres: Indtast foranstaltningerne for trusselsniveauerne.</translation>
    </message>
    <message>
        <source>Version %1 can&apos;t be checked: no threat level has measures on every day of the week</source>
        <translation>Version %1 kan ikke kontrolleres: Intet trusselsniveau har foranstaltninger alle ugens dage</translation>
    </message>
</context>
<context>
    <name>Unfinished</name>
    <message>
        <source>Something was cut off here that reading alone can&apos;t finish. The vault is not damaged: whoever may write must open it first: %1</source>
        <translation>Her er noget blevet afbrudt, som ikke kan gøres færdigt ved kun at læse. Boksen er ikke beskadiget: den, der må skrive, skal åbne den først: %1</translation>
    </message>
    <message>
        <source>A change of the vault was cut off, such as a new data key, a restore or a new version, and reading alone can&apos;t finish it. The vault is not damaged. Whoever may write must open it first; then try again.</source>
        <translation>En ændring af boksen blev afbrudt, f.eks. en ny datanøgle, en gendannelse eller en ny version, og den kan ikke gøres færdig ved kun at læse. Boksen er ikke beskadiget. Den, der må skrive, skal åbne den først; prøv så igen.</translation>
    </message>
</context>
<context>
    <name>Unforeseen</name>
    <message>
        <source>Something went wrong in Sikkerplan. What you did last may not have been done: look before you go on. It was noted in crash-note.txt beside the vault, without names.</source>
        <translation>Noget gik galt i Sikkerplan. Det, du gjorde sidst, er måske ikke gjort: Se efter, før du fortsætter. Det er noteret i crash-note.txt ved siden af boksen, uden navne.</translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>Sikkerplan</source>
        <translation>Sikkerplan</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Adgangssætning</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Caps Lock ser ud til at være slået til.</translation>
    </message>
    <message>
        <source>&amp;Recovery key</source>
        <translation>&amp;Gendannelsesnøgle</translation>
    </message>
    <message>
        <source>Use the pa&amp;ssphrase</source>
        <translation>Brug adgangs&amp;sætningen</translation>
    </message>
    <message>
        <source>Use the &amp;recovery key</source>
        <translation>Brug &amp;gendannelsesnøglen</translation>
    </message>
    <message>
        <source>Working out the key …</source>
        <translation>Beregner nøglen …</translation>
    </message>
    <message>
        <source>Make the vault</source>
        <translation>Opret boksen</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Gendannelsesnøgle</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dit navn</translation>
    </message>
    <message>
        <source>Restore a backup …</source>
        <translation>Gendan en sikkerhedskopi …</translation>
    </message>
    <message>
        <source>Open with the &amp;keyring</source>
        <translation>Åbn med &amp;nøgleringen</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Lås op</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Afslut</translation>
    </message>
    <message>
        <source>Unlock the vault</source>
        <translation>Lås boksen op</translation>
    </message>
    <message>
        <source>Your &amp;name, for the audit trail</source>
        <translation>Dit &amp;navn, til revisionssporet</translation>
    </message>
    <message>
        <source>The same as last time</source>
        <translation>Det samme som sidst</translation>
    </message>
    <message>
        <source>Everything about the unit is kept encrypted in a vault on this computer. Choose a passphrase of at least %1 characters, such as four or five words that do not belong together. Without it the vault can&apos;t be opened, so print a recovery key afterwards, under Vault &gt; Keys, and keep it in a safe place.</source>
        <translation>Alt om enheden gemmes krypteret i en boks på denne computer. Vælg en adgangssætning på mindst %1 tegn, f.eks. fire eller fem ord, der ikke hører sammen. Uden den kan boksen ikke åbnes, så udskriv bagefter en gendannelsesnøgle under Boks &gt; Nøgler, og opbevar den et sikkert sted.</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Adgangssætning</translation>
    </message>
    <message>
        <source>Open read-only</source>
        <translation>Åbn skrivebeskyttet</translation>
    </message>
    <message>
        <source>Asking this computer&apos;s keyring … You can type the passphrase instead.</source>
        <translation>Spørger computerens nøglering … Du kan taste adgangssætningen i stedet.</translation>
    </message>
    <message>
        <source>Asking this computer&apos;s keyring …</source>
        <translation>Spørger computerens nøglering …</translation>
    </message>
    <message>
        <source>The passphrase opens the vault as always.</source>
        <translation>Adgangssætningen åbner boksen som altid.</translation>
    </message>
    <message>
        <source>The vault&apos;s files are damaged. Nothing has been changed. Put a backup in their place.</source>
        <translation>Boksens filer er beskadiget. Intet er ændret. Læg en sikkerhedskopi i stedet.</translation>
    </message>
    <message>
        <source>A newer version of Sikkerplan has used this vault. Nothing has been changed. Open it with that version.</source>
        <translation>En nyere version af Sikkerplan har brugt denne boks. Intet er ændret. Åbn den med den version.</translation>
    </message>
    <message>
        <source>The vault could not be opened. May you write to its folder, and is there room on the disk?</source>
        <translation>Boksen kunne ikke åbnes. Må du skrive i dens mappe, og er der plads på disken?</translation>
    </message>
    <message>
        <source>The unit&apos;s data is kept encrypted on this computer.</source>
        <translation>Enhedens data ligger krypteret på denne computer.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>De to adgangssætninger er ikke ens.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsæt</translation>
    </message>
    <message>
        <source>Who are you? Your name is kept with everything that you change, read or print.</source>
        <translation>Hvem er du? Dit navn gemmes med alt, hvad du ændrer, læser eller udskriver.</translation>
    </message>
    <message>
        <source>This passphrase does not open the vault. Nothing has happened to the data: you can try again.</source>
        <translation>Adgangssætningen åbner ikke boksen. Der er ikke sket noget med data; prøv blot igen.</translation>
    </message>
    <message>
        <source>This recovery key does not open the vault. It may be an older one: each new key replaces the one before. Nothing has happened to the data.</source>
        <translation>Denne gendannelsesnøgle åbner ikke boksen. Det kan være en ældre; hver ny nøgle erstatter den forrige. Der er ikke sket noget med data.</translation>
    </message>
    <message>
        <source>The vault is already open in another window of Sikkerplan.</source>
        <translation>Boksen er allerede åben i et andet Sikkerplan-vindue.</translation>
    </message>
    <message>
        <source>The vault could not be made. Is there room on the disk, and may you write there?</source>
        <translation>Boksen kunne ikke oprettes. Er der plads på disken, og må du skrive der?</translation>
    </message>
</context>
<context>
    <name>UnsafeBanner</name>
    <message>
        <source>Published, and not safe as things stand: %1.</source>
        <translation>Offentliggjort og ikke sikker, som det ser ud nu: %1.</translation>
    </message>
    <message>
        <source>See week %1</source>
        <translation>Se uge %1</translation>
    </message>
    <message>
        <source>Repair week %1</source>
        <translation>Ret uge %1</translation>
    </message>
    <message>
        <source>week %1</source>
        <translation>uge %1</translation>
    </message>
    <message>
        <source>week %1 (1 session)</source>
        <translation>uge %1 (1 møde)</translation>
    </message>
    <message>
        <source>week %1 (%2 sessions)</source>
        <translation>uge %1 (%2 møder)</translation>
    </message>
</context>
<context>
    <name>VaultCommands</name>
    <message>
        <source>Open read-only: keys, backups and erasure wait for whoever has the vault</source>
        <translation>Åbnet skrivebeskyttet: nøgler, sikkerhedskopier og sletning må vente på den, der har boksen åben</translation>
    </message>
    <message>
        <source>The demo has no keys and no backups of its own</source>
        <translation>Demoen har ingen nøgler og sikkerhedskopier</translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>… and %1 more.</source>
        <translation>… og %1 mere.</translation>
    </message>
    <message>
        <source>%1 hours more a week for %2.</source>
        <translation>%1 timer mere om ugen til %2.</translation>
    </message>
    <message>
        <source>%1 hours less a week for %2.</source>
        <translation>%1 timer mindre om ugen til %2.</translation>
    </message>
    <message>
        <source>Duty met: %1.</source>
        <translation>Krav opfyldt: %1.</translation>
    </message>
    <message>
        <source>Duty missing: %1.</source>
        <translation>Krav mangler: %1.</translation>
    </message>
    <message>
        <source>Staff: %1 instead of %2.</source>
        <translation>Medarbejder: %1 i stedet for %2.</translation>
    </message>
    <message>
        <source>Costs %1 more.</source>
        <translation>Koster %1 mere.</translation>
    </message>
    <message>
        <source>Saves %1.</source>
        <translation>Sparer %1.</translation>
    </message>
    <message>
        <source>To be told: %1.</source>
        <translation>Skal have besked: %1.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>ingen</translation>
    </message>
    <message>
        <source>%1 more</source>
        <comment>people, at the end of a list</comment>
        <translation>%1 mere</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Tilladt</translation>
    </message>
    <message>
        <source>Allowed, at a cost</source>
        <translation>Tilladt, men det koster</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>Ikke muligt</translation>
    </message>
</context>
<context>
    <name>VerdictsPast</name>
    <message>
        <source>What has begun stays as people know it.</source>
        <translation>Det, der er begyndt, bliver stående, som folk kender det.</translation>
    </message>
</context>
<context>
    <name>VerifyBar</name>
    <message>
        <source>How much of the audit trail is verified</source>
        <translation>Hvor meget af revisionssporet der er efterprøvet</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stop</translation>
    </message>
    <message>
        <source>Looking for anchors …</source>
        <translation>Leder efter ankre …</translation>
    </message>
    <message>
        <source>Entry %1 of %2</source>
        <translation>Post %1 af %2</translation>
    </message>
</context>
<context>
    <name>VersionBox</name>
    <message>
        <source>Versions of this week</source>
        <translation>Versioner af denne uge</translation>
    </message>
    <message>
        <source>Best so far</source>
        <translation>Bedste indtil nu</translation>
    </message>
    <message>
        <source>Version %1 · %2 · %3</source>
        <comment>number, draft or published, when</comment>
        <translation>Version %1 · %2 · %3</translation>
    </message>
    <message>
        <source>Version %1 · %2</source>
        <comment>number, draft or published</comment>
        <translation>Version %1 · %2</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>Versions of this week</source>
        <translation>Versioner af denne uge</translation>
    </message>
    <message>
        <source>Publish …</source>
        <translation>Offentliggør …</translation>
    </message>
    <message>
        <source>Compare …</source>
        <translation>Sammenlign …</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Lav kopi</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Kassér</translation>
    </message>
    <message>
        <source>No plan yet</source>
        <translation>Ingen plan endnu</translation>
    </message>
    <message>
        <source>A draft: what you change by hand is changed in it.</source>
        <translation>En kladde: det, du ændrer i hånden, ændres i den.</translation>
    </message>
    <message>
        <source>It never changes: what you change by hand makes a new draft.</source>
        <translation>Den ændres aldrig: det, du ændrer i hånden, bliver en ny kladde.</translation>
    </message>
    <message>
        <source>A published version stays as it is.</source>
        <translation>En offentliggjort version forbliver, som den er.</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>kladde</translation>
    </message>
    <message>
        <source>published</source>
        <translation>offentliggjort</translation>
    </message>
    <message>
        <source>Version %1 · %2</source>
        <comment>number, draft or published</comment>
        <translation>Version %1 · %2</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 timer</translation>
    </message>
    <message>
        <source>%1 duties missing</source>
        <translation>%1 krav ikke opfyldt</translation>
    </message>
    <message>
        <source>Nothing was changed: what has begun stays as people know it.</source>
        <translation>Intet er ændret: Det, der er begyndt, bliver stående, som folk kender det.</translation>
    </message>
</context>
<context>
    <name>WeekBar</name>
    <message>
        <source> s</source>
        <comment>seconds, behind a number</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>Seconds to plan</source>
        <translation>Sekunder til planlægning</translation>
    </message>
    <message>
        <source>Plan the week</source>
        <translation>Planlæg ugen</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>&amp;Time to plan</source>
        <translation>&amp;Tid til planlægning</translation>
    </message>
</context>
<context>
    <name>WeekCard</name>
    <message>
        <source>Repair it</source>
        <translation>Reparér den</translation>
    </message>
    <message>
        <source>Planned hours</source>
        <translation>Planlagte timer</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Møder</translation>
    </message>
    <message>
        <source>Unmet duties</source>
        <translation>Uopfyldte krav</translation>
    </message>
    <message>
        <source>Go and plan it</source>
        <translation>Gå hen og planlæg den</translation>
    </message>
    <message>
        <source>See what is unsafe</source>
        <translation>Se, hvad der er usikkert</translation>
    </message>
    <message>
        <source>Open the week</source>
        <translation>Åbn ugen</translation>
    </message>
</context>
<context>
    <name>WeekCopy</name>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Til</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivitet</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Sted</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Lokale</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Borgere</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Medarbejdere</translation>
    </message>
</context>
<context>
    <name>WeekOver</name>
    <message>
        <source>This week is over</source>
        <translation>Ugen er forbi</translation>
    </message>
    <message>
        <source>It is shown as it was planned.</source>
        <translation>Den vises, som den blev planlagt.</translation>
    </message>
    <message>
        <source>It is shown as it was planned. The lines below (%1) no longer fit the unit as it is today: somebody may have been erased since, or a rule changed. There is nothing to be done about it.</source>
        <translation>Den vises, som den blev planlagt. Linjerne nedenfor (%1) passer ikke længere med enheden, som den er i dag: Nogen kan være slettet siden, eller en regel ændret. Der er intet, der skal gøres.</translation>
    </message>
    <message>
        <source>No longer fits: %1 (%2)</source>
        <translation>Passer ikke længere: %1 (%2)</translation>
    </message>
    <message>
        <source>No longer fits: %1</source>
        <translation>Passer ikke længere: %1</translation>
    </message>
    <message>
        <source>This week is over: it can&apos;t be planned any more. Nothing was made and nothing was changed.</source>
        <translation>Ugen er gået: den kan ikke planlægges længere. Intet er lavet, og intet er ændret.</translation>
    </message>
</context>
<context>
    <name>WeekPage</name>
    <message>
        <source>Dismiss</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>Panels beside the board</source>
        <translation>Paneler ved siden af ugen</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Møde</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Borgere</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Kontrol</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>Låse</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versioner</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Vis alle</translation>
    </message>
    <message>
        <source>Looking for the first plan …</source>
        <translation>Leder efter den første plan …</translation>
    </message>
    <message>
        <source>Sessions appear here as soon as a plan has been found and checked.</source>
        <translation>Møderne vises her, så snart en plan er fundet og kontrolleret.</translation>
    </message>
    <message>
        <source>This week cannot be planned</source>
        <translation>Ugen kan ikke planlægges</translation>
    </message>
    <message>
        <source>No threat level with its measures is on record for it.</source>
        <translation>Der er ikke registreret trusselsniveauer med foranstaltninger for den.</translation>
    </message>
    <message>
        <source>This week has not been planned yet</source>
        <translation>Ugen er ikke planlagt endnu</translation>
    </message>
    <message>
        <source>The vault is open read-only here. Plan the week where it is open for changes.</source>
        <translation>Boksen er åbnet skrivebeskyttet her. Planlæg ugen dér, hvor boksen er åben for ændringer.</translation>
    </message>
    <message>
        <source>Choose how long the planning may take and press Plan the week (F5).</source>
        <translation>Vælg, hvor længe planlægningen må tage, og tryk på Planlæg ugen (F5).</translation>
    </message>
    <message>
        <source>Only the sessions of %1 stand out: %2 on all sites.</source>
        <translation>Kun møderne for %1 er fremhævet: %2 på alle steder.</translation>
    </message>
</context>
<context>
    <name>WeekPicker</name>
    <message>
        <source>Previous week</source>
        <translation>Forrige uge</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>Næste uge</translation>
    </message>
    <message>
        <source>Week %1, %2</source>
        <comment>number, year</comment>
        <translation>Uge %1, %2</translation>
    </message>
    <message>
        <source>Choose a week in a calendar</source>
        <translation>Vælg en uge i en kalender</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Denne uge</translation>
    </message>
</context>
<context>
    <name>WeekWatch</name>
    <message>
        <source>The plan of week %1 is not safe as things stand: it breaks a rule.</source>
        <translation>Planen for uge %1 er ikke sikker, som det står nu: den bryder en regel.</translation>
    </message>
    <message>
        <source>The plan of week %1 is not safe as things stand: it breaks %2 rules.</source>
        <translation>Planen for uge %1 er ikke sikker, som det står nu: den bryder %2 regler.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Begin with an empty unit …</source>
        <translation>Begynd med en tom enhed …</translation>
    </message>
    <message>
        <source>Import unit file …</source>
        <translation>Importér enhedsfil …</translation>
    </message>
    <message>
        <source>Try the demo unit</source>
        <translation>Prøv demoenheden</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>Filen kunne ikke læses.</translation>
    </message>
    <message>
        <source>The vault holds a unit already.</source>
        <translation>Der er allerede en enhed i boksen.</translation>
    </message>
    <message>
        <source>Import unit file</source>
        <translation>Importér enhedsfil</translation>
    </message>
    <message>
        <source>Unit files (*.json);;All files (*)</source>
        <translation>Enhedsfiler (*.json);;Alle filer (*)</translation>
    </message>
    <message>
        <source>Welcome to Sikkerplan</source>
        <translation>Velkommen til Sikkerplan</translation>
    </message>
    <message>
        <source>Sikkerplan plans the week of a special unit: as many hours of activation as each person can carry, with rivals never meeting, groups small and staff safe. The vault is empty so far.</source>
        <translation>Sikkerplan planlægger ugen i en specialenhed: så mange aktiveringstimer, som hver borger kan klare, uden at rivaler mødes, med små hold og trygge medarbejdere. Boksen er endnu tom.</translation>
    </message>
    <message>
        <source>The demo has a vault of its own with 70 fictional people. It touches nothing here.</source>
        <translation>Demoen har sin egen boks med 70 opdigtede borgere. Den rører intet her.</translation>
    </message>
    <message>
        <source>Errors in the unit file</source>
        <translation>Fejl i enhedsfilen</translation>
    </message>
    <message>
        <source>The file has 1 error. Nothing was imported.</source>
        <translation>Filen har 1 fejl. Intet er importeret.</translation>
    </message>
    <message>
        <source>The file has %1 errors. Nothing was imported.</source>
        <translation>Filen har %1 fejl. Intet er importeret.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>The vault is open read-only: nothing can be changed.</source>
        <translation>Boksen er kun åben til læsning: Intet kan ændres.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nej</translation>
    </message>
    <message>
        <source>DKK %1</source>
        <translation>%1 kr.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>date format of Qt: day, month, year</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>date format of Qt: day, month</comment>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>d</source>
        <comment>date format of Qt: day before the dash of a span</comment>
        <translation>d.</translation>
    </message>
    <message>
        <source>Week %1 · %2</source>
        <translation>Uge %1 · %2</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>date format of Qt: weekday, day, month, year</comment>
        <translation>dddd &apos;den&apos; d. MMMM yyyy</translation>
    </message>
    <message>
        <source>d MMM hh:mm</source>
        <comment>date format of Qt: day, month, time</comment>
        <translation>d. MMM hh:mm</translation>
    </message>
    <message>
        <source>Level %1</source>
        <translation>Niveau %1</translation>
    </message>
    <message>
        <source>Citizen</source>
        <comment>before a pseudonym</comment>
        <translation>Borger</translation>
    </message>
    <message>
        <source>Staff</source>
        <comment>before a pseudonym: a member of the staff</comment>
        <translation>Medarbejder</translation>
    </message>
    <message>
        <source>Group</source>
        <comment>before a pseudonym: a conflict group</comment>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>alarm</source>
        <translation>alarm</translation>
    </message>
    <message>
        <source>two exits</source>
        <translation>to udgange</translation>
    </message>
    <message>
        <source>computers</source>
        <translation>computere</translation>
    </message>
    <message>
        <source>kitchen</source>
        <translation>køkken</translation>
    </message>
    <message>
        <source>workshop</source>
        <translation>værksted</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>the end of a list</comment>
        <translation>%1 og %2</translation>
    </message>
</context>
<context>
    <name>ZoomButtons</name>
    <message>
        <source>Zoom out</source>
        <translation>Zoom ud</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>Zoom til 100 %</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom ind</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
</TS>
