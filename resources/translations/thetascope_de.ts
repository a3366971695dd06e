<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Animation</name>
    <message>
        <source>iteration %1</source>
        <translation>Iteration %1</translation>
    </message>
</context>
<context>
    <name>AudioOut</name>
    <message>
        <source>This Thetascope was built without Qt Multimedia, so nothing can be heard; install qt6-multimedia-dev and build it again</source>
        <translation>Dieses Thetascope wurde ohne Qt Multimedia gebaut, daher ist nichts zu hören; qt6-multimedia-dev installieren und neu bauen</translation>
    </message>
    <message>
        <source>There is no sound device here, so nothing can be heard; everything else works without one</source>
        <translation>Hier gibt es kein Tongerät, daher ist nichts zu hören; alles andere geht auch ohne</translation>
    </message>
    <message>
        <source>The sound device %1 doesn&apos;t play %2 Hz; choose another one in the system&apos;s settings</source>
        <translation>Das Tongerät %1 spielt keine %2 Hz; in den Systemeinstellungen ein anderes wählen</translation>
    </message>
    <message>
        <source>The sound device %1 can&apos;t be opened; is another program holding it?</source>
        <translation>Das Tongerät %1 lässt sich nicht öffnen; hält ein anderes Programm es fest?</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>does not exist; check the name</source>
        <translation>gibt es nicht; den Namen prüfen</translation>
    </message>
    <message>
        <source>can&apos;t be read: %1; check the name and its permissions</source>
        <translation>ist nicht lesbar: %1; Namen und Rechte prüfen</translation>
    </message>
    <message>
        <source>can&apos;t be read: %1; check its permissions</source>
        <translation>ist nicht lesbar: %1; die Rechte prüfen</translation>
    </message>
    <message>
        <source>is a folder, not a file; name a file in it</source>
        <translation>ist ein Ordner, keine Datei; eine Datei darin nennen</translation>
    </message>
    <message>
        <source>is not an ordinary file; copy its contents to one first</source>
        <translation>ist keine gewöhnliche Datei; ihren Inhalt erst in eine kopieren</translation>
    </message>
    <message>
        <source>is longer than %1 bytes, so not a file of this kind; choose another</source>
        <translation>ist länger als %1 Byte, also keine Datei dieser Art; eine andere wählen</translation>
    </message>
    <message>
        <source>can&apos;t be read to its end; copy it to another disk and try again</source>
        <translation>ist nicht bis zum Ende lesbar; auf einen anderen Datenträger kopieren und erneut versuchen</translation>
    </message>
    <message>
        <source>is not audio that can be read (%1); use WAV, AIFF, FLAC, Ogg or MP3</source>
        <translation>ist kein lesbarer Ton (%1); WAV, AIFF, FLAC, Ogg oder MP3 verwenden</translation>
    </message>
    <message>
        <source>has a header without channels or sample rate; convert it to WAV first</source>
        <translation>hat einen Kopf ohne Kanäle oder Abtastrate; erst in WAV umwandeln</translation>
    </message>
    <message>
        <source>holds no samples; choose another file</source>
        <translation>enthält keine Abtastwerte; eine andere Datei wählen</translation>
    </message>
    <message>
        <source>%1 holds no samples; choose another file</source>
        <translation>%1 enthält keine Abtastwerte; eine andere Datei wählen</translation>
    </message>
    <message>
        <source>doesn&apos;t fit into memory; cut it into shorter files</source>
        <translation>passt nicht in den Speicher; in kürzere Dateien schneiden</translation>
    </message>
    <message>
        <source>there is no such demonstration; choose one of %1</source>
        <translation>diese Vorführung gibt es nicht; eine von diesen wählen: %1</translation>
    </message>
    <message>
        <source>the file ends before its header says, at about %1 %: %2 samples per channel were read</source>
        <translation>die Datei endet vor dem, was ihr Kopf sagt, bei etwa %1 %: %2 Abtastwerte je Kanal wurden gelesen</translation>
    </message>
    <message>
        <source>the file ends within its stream, as if cut off: %1 samples per channel were read</source>
        <translation>die Datei endet mitten im Strom, wie abgeschnitten: %1 Abtastwerte je Kanal wurden gelesen</translation>
    </message>
    <message>
        <source>the file is damaged (%1): %2 samples per channel were read</source>
        <translation>die Datei ist beschädigt (%1): %2 Abtastwerte je Kanal wurden gelesen</translation>
    </message>
    <message>
        <source>what is written is a WAV file; end its name in .wav</source>
        <translation>geschrieben wird eine WAV-Datei; ihr Name muss auf .wav enden</translation>
    </message>
    <message>
        <source>can&apos;t be written: %1</source>
        <translation>lässt sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>%1; choose another place</source>
        <translation>%1; einen anderen Ort wählen</translation>
    </message>
    <message>
        <source>%1; free some space or choose another place</source>
        <translation>%1; Platz schaffen oder einen anderen Ort wählen</translation>
    </message>
    <message>
        <source>%1; make the folder first</source>
        <translation>%1; den Ordner erst anlegen</translation>
    </message>
    <message>
        <source>it is not a file; choose another name</source>
        <translation>es ist keine Datei; einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>the folder can&apos;t be made: %1; choose another place</source>
        <translation>der Ordner lässt sich nicht anlegen: %1; einen anderen Ort wählen</translation>
    </message>
    <message>
        <source>a file of that name is in the way</source>
        <translation>eine Datei dieses Namens steht im Weg</translation>
    </message>
    <message>
        <source>has changed or gone since it was opened; open it again</source>
        <translation>hat sich geändert oder ist weg, seit sie geöffnet wurde; neu öffnen</translation>
    </message>
    <message>
        <source>%1 is not what it was when the session was saved: its settings are kept, its runs are left out</source>
        <translation>%1 ist nicht mehr, was es beim Sichern der Sitzung war: Die Einstellungen bleiben, die Läufe fehlen</translation>
    </message>
    <message>
        <source>a run could not be brought back: %1</source>
        <translation>ein Lauf ließ sich nicht zurückholen: %1</translation>
    </message>
    <message>
        <source>the session&apos;s runs are too many to be kept in one file (%1 MB); forget some of them first</source>
        <translation>die Läufe der Sitzung sind zu viele für eine Datei (%1 MB); erst einige vergessen</translation>
    </message>
    <message>
        <source>it is not JSON; the session is damaged, or something else wrote it</source>
        <translation>kein JSON; die Sitzung ist beschädigt, oder etwas anderes hat sie geschrieben</translation>
    </message>
    <message>
        <source>can&apos;t be written; make room there, or sessions can&apos;t be recovered</source>
        <translation>nicht beschreibbar; dort Platz schaffen, sonst lassen sich Sitzungen nicht wiederherstellen</translation>
    </message>
    <message>
        <source>reading it was given up</source>
        <translation>das Lesen wurde aufgegeben</translation>
    </message>
    <message>
        <source>opening it was given up</source>
        <translation>das Öffnen wurde aufgegeben</translation>
    </message>
    <message>
        <source>iteration %1 is no longer kept</source>
        <translation>Iteration %1 ist nicht mehr aufbewahrt</translation>
    </message>
    <message>
        <source>iteration %1 is not kept</source>
        <translation>Iteration %1 ist nicht aufbewahrt</translation>
    </message>
    <message>
        <source>not enough memory for a picture; choose a smaller scale</source>
        <translation>nicht genug Speicher für ein Bild; einen kleineren Maßstab wählen</translation>
    </message>
    <message>
        <source>a picture could not be packed</source>
        <translation>ein Bild ließ sich nicht packen</translation>
    </message>
    <message>
        <source>there are no iterations to show; sharpen first</source>
        <translation>es gibt keine Iterationen zu zeigen; erst schärfen</translation>
    </message>
    <message>
        <source>the animation was given up</source>
        <translation>die Animation wurde aufgegeben</translation>
    </message>
    <message>
        <source>the sound was given up</source>
        <translation>der Ton wurde aufgegeben</translation>
    </message>
    <message>
        <source>The sound is in %1</source>
        <translation>Der Ton ist in %1</translation>
    </message>
    <message>
        <source>The sound is in %1, %2 signal to error</source>
        <translation>Der Ton ist in %1, %2 Abstand zum Fehler</translation>
    </message>
    <message>
        <source>%1 are in no window and silent</source>
        <translation>%1 liegen in keinem Fenster und sind still</translation>
    </message>
    <message>
        <source>the iteration had not converged</source>
        <translation>die Iteration war nicht konvergiert</translation>
    </message>
    <message>
        <source>an older one can&apos;t be replaced: %1; choose another folder</source>
        <translation>ein älteres lässt sich nicht ersetzen: %1; einen anderen Ordner wählen</translation>
    </message>
    <message>
        <source>No space left on device: the arrays take %1 bytes, %2 are free; make room there or choose another folder</source>
        <translation>Kein Platz mehr: die Felder brauchen %1 Bytes, %2 sind frei; dort Platz schaffen oder einen anderen Ordner wählen</translation>
    </message>
    <message>
        <source>the region&apos;s start and end must be times in seconds, not before 0</source>
        <translation>Beginn und Ende des Bereichs müssen Zeiten in Sekunden sein, nicht vor 0</translation>
    </message>
    <message>
        <source>the region from %1 s to %2 s of %3 holds no sample; choose a region within its %4 s</source>
        <translation>der Bereich von %1 s bis %2 s in %3 enthält keinen Abtastwert; einen Bereich innerhalb seiner %4 s wählen</translation>
    </message>
    <message>
        <source>the region holds %1 samples, more than 2147483647; choose a shorter one with --start and --end</source>
        <translation>der Bereich enthält %1 Abtastwerte, mehr als 2147483647; mit --start und --end einen kürzeren wählen</translation>
    </message>
    <message>
        <source>channel &quot;%1&quot; does not exist in %2, which has %3; use &quot;mix&quot; or a number from 1 to %4</source>
        <translation>Kanal „%1“ gibt es in %2 nicht, es hat %3; „mix“ oder eine Zahl von 1 bis %4 verwenden</translation>
    </message>
    <message>
        <source>%1 holds a sample that is not a finite number, at %2 s (sample %3 of channel %4); choose a region or a channel without it</source>
        <translation>%1 enthält einen Abtastwert, der keine endliche Zahl ist, bei %2 s (Abtastwert %3 in Kanal %4); einen Bereich oder einen Kanal ohne ihn wählen</translation>
    </message>
    <message>
        <source>can&apos;t be listed: %1; check the name and its permissions</source>
        <translation>lässt sich nicht auflisten: %1; Namen und Rechte prüfen</translation>
    </message>
    <message>
        <source>has %1 Hz, the others %2 Hz; convert it</source>
        <translation>hat %1 Hz, die anderen %2 Hz; umwandeln</translation>
    </message>
    <message>
        <source>is not a folder; name one that holds labelled recordings</source>
        <translation>ist kein Ordner; einen mit etikettierten Aufnahmen nennen</translation>
    </message>
    <message>
        <source>has no label: neither a sub-folder nor a name like LABEL_NAME_NUMBER</source>
        <translation>hat kein Etikett: weder ein Unterordner noch ein Name wie ETIKETT_NAME_NUMMER</translation>
    </message>
    <message>
        <source>holds no recordings with a label; put them into a sub-folder per label, or name them LABEL_NAME_NUMBER.wav</source>
        <translation>enthält keine Aufnahmen mit Etikett; sie in einen Unterordner je Etikett legen oder ETIKETT_NAME_NUMMER.wav nennen</translation>
    </message>
    <message>
        <source>holds recordings of only one label, &quot;%1&quot;; there is nothing to tell apart</source>
        <translation>enthält Aufnahmen nur eines Etiketts, „%1“; es gibt nichts zu unterscheiden</translation>
    </message>
    <message>
        <source>can&apos;t be read as a model: %1; choose the folder of a model that `thetascope train` wrote</source>
        <translation>ist nicht als Modell lesbar: %1; den Ordner eines Modells wählen, das `thetascope train` geschrieben hat</translation>
    </message>
    <message>
        <source>%1; choose the folder of a model that `thetascope train` wrote</source>
        <translation>%1; den Ordner eines Modells wählen, das `thetascope train` geschrieben hat</translation>
    </message>
    <message>
        <source>belongs to a training with other settings or recordings; repeat those, or choose another folder for the results</source>
        <translation>gehört zu einem Training mit anderen Einstellungen oder Aufnahmen; diese wiederholen oder einen anderen Ordner für die Ergebnisse wählen</translation>
    </message>
    <message>
        <source>The paper&apos;s objective on a smooth map of about 260 Hz x 17 ms: least entropy of the whole picture. Three times quicker than sharpen, and less sure of clicks beside loud tones and of faint partials.</source>
        <translation>Die Zielfunktion der Veröffentlichung auf einer glatten Karte von etwa 260 Hz x 17 ms: kleinste Entropie des ganzen Bildes. Dreimal so schnell wie sharpen, und weniger sicher bei Knacksen neben lauten Tönen und bei schwachen Teiltönen.</translation>
    </message>
    <message>
        <source>Experiment C.1.1 of the paper: one window length per bin.</source>
        <translation>Experiment C.1.1 der Veröffentlichung: eine Fensterlänge je Bin.</translation>
    </message>
    <message>
        <source>Experiment C.1.1 of the paper, for demo:three-components: one window length for the whole picture.</source>
        <translation>Experiment C.1.1 der Veröffentlichung, für demo:three-components: eine Fensterlänge für das ganze Bild.</translation>
    </message>
    <message>
        <source>Experiment C.1.1 of the paper: one window length per cell, regularised (Eq. 23).</source>
        <translation>Experiment C.1.1 der Veröffentlichung: eine Fensterlänge je Zelle, regularisiert (Gl. 23).</translation>
    </message>
    <message>
        <source>Experiment C.1.1 of the paper: one window length per cell.</source>
        <translation>Experiment C.1.1 der Veröffentlichung: eine Fensterlänge je Zelle.</translation>
    </message>
    <message>
        <source>Experiment C.1.1 of the paper: one window length per frame, regularised (Eq. 23).</source>
        <translation>Experiment C.1.1 der Veröffentlichung: eine Fensterlänge je Rahmen, regularisiert (Gl. 23).</translation>
    </message>
    <message>
        <source>Experiment C.1.1 of the paper: one window length per frame.</source>
        <translation>Experiment C.1.1 der Veröffentlichung: eine Fensterlänge je Rahmen.</translation>
    </message>
    <message>
        <source>Experiment C.1.2 of the paper, for demo:shocks, in the direction in which kurtosis and coverage both improve.</source>
        <translation>Experiment C.1.2 der Veröffentlichung, für demo:shocks, in der Richtung, in der Kurtosis und Abdeckung beide besser werden.</translation>
    </message>
    <message>
        <source>Experiment C.1.2 of the paper, for demo:shocks: every frame&apos;s position and window length, for kurtosis and coverage.</source>
        <translation>Experiment C.1.2 der Veröffentlichung, für demo:shocks: Position und Fensterlänge jedes Rahmens, für Kurtosis und Abdeckung.</translation>
    </message>
    <message>
        <source>The authors&apos; tutorial, for demo:two-tones: one window length per bin.</source>
        <translation>Die Anleitung der Autoren, für demo:two-tones: eine Fensterlänge je Bin.</translation>
    </message>
    <message>
        <source>The authors&apos; tutorial, for demo:two-tones: one window length.</source>
        <translation>Die Anleitung der Autoren, für demo:two-tones: eine Fensterlänge.</translation>
    </message>
    <message>
        <source>The authors&apos; tutorial, for demo:two-tones: one window length per cell.</source>
        <translation>Die Anleitung der Autoren, für demo:two-tones: eine Fensterlänge je Zelle.</translation>
    </message>
    <message>
        <source>The authors&apos; tutorial, for demo:two-tones: one window length per frame.</source>
        <translation>Die Anleitung der Autoren, für demo:two-tones: eine Fensterlänge je Rahmen.</translation>
    </message>
    <message>
        <source>The default, for any recording: the energy about every place as concentrated as it gets, beginning with the best of a few windows there; window lengths on a smooth map of about 65 Hz x 17 ms, none shorter than two hops.</source>
        <translation>Die Vorgabe, für jede Aufnahme: die Energie um jeden Ort so konzentriert, wie es geht, beginnend mit dem besten einiger Fenster dort; Fensterlängen auf einer glatten Karte von etwa 65 Hz x 17 ms, keine kürzer als zwei Hops.</translation>
    </message>
    <message>
        <source>Voices: harmonics as lines and plosives as columns, on a smooth map of about 65 Hz x 17 ms; windows down to 64 samples.</source>
        <translation>Stimmen: Teiltöne als Linien und Verschlusslaute als Säulen, auf einer glatten Karte von etwa 65 Hz x 17 ms; Fenster bis hinab zu 64 Abtastwerten.</translation>
    </message>
    <message>
        <source>Steady tones told apart: one window length per bin, as in a constant-Q transform but learned, for long supports.</source>
        <translation>Stehende Töne auseinandergehalten: eine Fensterlänge je Bin, wie in einer Constant-Q-Transformation, aber gelernt, für große DFT-Längen.</translation>
    </message>
    <message>
        <source>Attacks in sharp focus: one window length per frame, from short at each attack to long in between.</source>
        <translation>Einsätze scharf gestellt: eine Fensterlänge je Rahmen, von kurz bei jedem Einsatz bis lang dazwischen.</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>muss eine Zahl sein</translation>
    </message>
    <message>
        <source>must be a number, or &quot;auto&quot;</source>
        <translation>muss eine Zahl sein oder „auto“</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>must be a whole number, or &quot;auto&quot;</source>
        <translation>muss eine ganze Zahl sein oder „auto“</translation>
    </message>
    <message>
        <source>must be a whole number, not negative</source>
        <translation>muss eine ganze Zahl sein, nicht negativ</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>muss ein Text sein</translation>
    </message>
    <message>
        <source>must be two whole numbers as in 24x6 (bins x frames), 1x1, or auto</source>
        <translation>müssen zwei ganze Zahlen sein wie in 24x6 (Bins x Rahmen), 1x1, oder auto</translation>
    </message>
    <message>
        <source>must be &quot;%1&quot; or &quot;%2&quot;</source>
        <translation>muss „%1“ oder „%2“ sein</translation>
    </message>
    <message>
        <source>must be a finite number</source>
        <translation>muss eine endliche Zahl sein</translation>
    </message>
    <message>
        <source>must be greater than 0, not %1</source>
        <translation>muss größer als 0 sein, nicht %1</translation>
    </message>
    <message>
        <source>must be between %1 and %2, not %3</source>
        <translation>muss zwischen %1 und %2 liegen, nicht bei %3</translation>
    </message>
    <message>
        <source>must lie between %1 and %2, not %3</source>
        <translation>muss zwischen %1 und %2 liegen, nicht bei %3</translation>
    </message>
    <message>
        <source>must be above 0</source>
        <translation>muss über 0 liegen</translation>
    </message>
    <message>
        <source>is no such value</source>
        <translation>ist kein solcher Wert</translation>
    </message>
    <message>
        <source>there is no window named %1</source>
        <translation>es gibt kein Fenster namens %1</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 Abtastwerte</translation>
    </message>
    <message>
        <source>must be &quot;mix&quot; or a number from 1, not &quot;%1&quot;</source>
        <translation>muss „mix“ oder eine Zahl ab 1 sein, nicht „%1“</translation>
    </message>
    <message>
        <source>must lie after the start, %1 s</source>
        <translation>muss nach dem Beginn liegen, %1 s</translation>
    </message>
    <message>
        <source>leaves no sample to analyse; choose a longer region</source>
        <translation>lässt keinen Abtastwert zum Analysieren übrig; einen längeren Bereich wählen</translation>
    </message>
    <message>
        <source>can&apos;t be chosen for a signal without a sample rate</source>
        <translation>lässt sich für ein Signal ohne Abtastrate nicht wählen</translation>
    </message>
    <message>
        <source>must be at most N-1 = %1 samples with a support of %2 (paper, Eq. 6), not %3</source>
        <translation>darf bei einer DFT-Länge von %2 höchstens N-1 = %1 Abtastwerte sein (Veröffentlichung, Gl. 6), nicht %3</translation>
    </message>
    <message>
        <source>must be below the longest window, %1 samples, not %2</source>
        <translation>muss unter dem längsten Fenster liegen, %1 Abtastwerte, nicht bei %2</translation>
    </message>
    <message>
        <source>must lie between the shortest and the longest window, %1 and %2 samples, not %3</source>
        <translation>muss zwischen dem kürzesten und dem längsten Fenster liegen, %1 und %2 Abtastwerte, nicht bei %3</translation>
    </message>
    <message>
        <source>of %1 samples doesn&apos;t fit into a signal of %2 (frames inside); use a shorter one, or frames that cover the signal</source>
        <translation>von %1 Abtastwerten passt nicht in ein Signal von %2 (Rahmen innerhalb); eine kürzere nehmen oder Rahmen, die das Signal abdecken</translation>
    </message>
    <message>
        <source>makes %1 frames of %2 bins, more than %3 cells in all; use a longer hop, a smaller support or a shorter region</source>
        <translation>ergibt %1 Rahmen von %2 Bins, mehr als %3 Zellen insgesamt; einen längeren Hop, eine kleinere DFT-Länge oder einen kürzeren Bereich nehmen</translation>
    </message>
    <message>
        <source>makes more than %1 frames of %2 bins, more than %3 cells in all; use a longer hop, a smaller support or a shorter region</source>
        <translation>ergibt mehr als %1 Rahmen von %2 Bins, mehr als %3 Zellen insgesamt; einen längeren Hop, eine kleinere DFT-Länge oder einen kürzeren Bereich nehmen</translation>
    </message>
    <message>
        <source>must be even, not %1</source>
        <translation>muss gerade sein, nicht %1</translation>
    </message>
    <message>
        <source>must be at least 1x1, where every cell has its own theta</source>
        <translation>muss mindestens 1x1 sein, wo jede Zelle ihr eigenes theta hat</translation>
    </message>
    <message>
        <source>there is no &apos;%1&apos;; choose one of %2</source>
        <translation>„%1“ gibt es nicht; eines von diesen wählen: %2</translation>
    </message>
    <message>
        <source>in &apos;%1&apos; after %2, at character %3: %4</source>
        <translation>in „%1“ nach %2, bei Zeichen %3: %4</translation>
    </message>
    <message>
        <source>objective &quot;%1&quot;, at character %2: %3</source>
        <translation>Zielfunktion „%1“, bei Zeichen %2: %3</translation>
    </message>
    <message>
        <source>the objective is empty; write a weighted sum of these terms: %1; for example entropy+0.01*smoothness</source>
        <translation>die Zielfunktion ist leer; eine gewichtete Summe dieser Terme schreiben: %1; zum Beispiel entropy+0.01*smoothness</translation>
    </message>
    <message>
        <source>expected %1, found %2</source>
        <translation>erwartet wird %1, da steht %2</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>das Ende</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a control character</source>
        <translation>ein Steuerzeichen</translation>
    </message>
    <message>
        <source>&apos;,&apos; or &apos;)&apos;</source>
        <translation>„,“ oder „)“</translation>
    </message>
    <message>
        <source>&apos;*&apos; and a term after the weight</source>
        <translation>„*“ und ein Term nach dem Gewicht</translation>
    </message>
    <message>
        <source>&apos;+&apos; or &apos;-&apos; before the next term</source>
        <translation>„+“ oder „-“ vor dem nächsten Term</translation>
    </message>
    <message>
        <source>&apos;=&apos; and a number after &apos;%1&apos;</source>
        <translation>„=“ und eine Zahl nach „%1“</translation>
    </message>
    <message>
        <source>a parameter of %1 (%2)</source>
        <translation>ein Parameter von %1 (%2)</translation>
    </message>
    <message>
        <source>the name of a term (%1)</source>
        <translation>der Name eines Terms (%1)</translation>
    </message>
    <message>
        <source>%1 is too large or too small for a number</source>
        <translation>%1 ist zu groß oder zu klein für eine Zahl</translation>
    </message>
    <message>
        <source>there is no term %1; there are: %2</source>
        <translation>einen Term %1 gibt es nicht; es gibt: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is there twice; add up its weights instead</source>
        <translation>„%1“ steht zweimal da; stattdessen seine Gewichte addieren</translation>
    </message>
    <message>
        <source>%1 has no parameter %2; it has: %3</source>
        <translation>%1 hat keinen Parameter %2; es hat: %3</translation>
    </message>
    <message>
        <source>the parameter &apos;%1&apos; is given twice</source>
        <translation>der Parameter „%1“ ist zweimal gegeben</translation>
    </message>
    <message>
        <source>%1 takes no parameters</source>
        <translation>%1 nimmt keine Parameter</translation>
    </message>
    <message>
        <source>%1 must lie between %2 and %3, not %4</source>
        <translation>%1 muss zwischen %2 und %3 liegen, nicht bei %4</translation>
    </message>
    <message>
        <source>common needs an optimiser that follows directions alone, adam or sgd: %1 compares values of one function</source>
        <translation>common braucht einen Optimierer, der nur Richtungen folgt, adam oder sgd: %1 vergleicht Werte einer einzigen Funktion</translation>
    </message>
    <message>
        <source>list chooses for every entry of theta by itself, which a smooth map can&apos;t follow; use theta-grid 1x1, or theta-start selection</source>
        <translation>list wählt für jeden Eintrag von theta einzeln, dem kann eine glatte Karte nicht folgen; theta-grid 1x1 nehmen oder theta-start selection</translation>
    </message>
    <message>
        <source>the run would take about %1 of memory, more than the %2 that may be used</source>
        <translation>der Lauf bräuchte etwa %1 Speicher, mehr als die %2, die er haben darf</translation>
    </message>
    <message>
        <source>of about %1 would be needed, more than the %2 that may be used</source>
        <translation>von etwa %1 wäre nötig, mehr als die %2, die benutzt werden dürfen</translation>
    </message>
    <message>
        <source>plateau: %1 iterations under %2</source>
        <translation>Plateau: %1 Iterationen unter %2</translation>
    </message>
    <message>
        <source>plateau: %1 iterations under %2 at the smallest step</source>
        <translation>Plateau: %1 Iterationen unter %2 beim kleinsten Schritt</translation>
    </message>
    <message>
        <source>converged: nothing lower is found after %1 evaluations</source>
        <translation>konvergiert: Nach %1 Auswertungen findet sich nichts Kleineres</translation>
    </message>
    <message>
        <source>all %1 iterations done</source>
        <translation>alle %1 Iterationen ausgeführt</translation>
    </message>
    <message>
        <source>the one iteration done</source>
        <translation>die eine Iteration ausgeführt</translation>
    </message>
    <message>
        <source>stopped after %1 iterations</source>
        <translation>angehalten nach %1 Iterationen</translation>
    </message>
    <message>
        <source>stopped after 1 iteration</source>
        <translation>angehalten nach 1 Iteration</translation>
    </message>
    <message>
        <source>stopped before the first iteration</source>
        <translation>angehalten vor der ersten Iteration</translation>
    </message>
    <message>
        <source>nothing iterated</source>
        <translation>nichts iteriert</translation>
    </message>
    <message>
        <source>the window at the lower bound</source>
        <translation>das Fenster an der unteren Schranke</translation>
    </message>
    <message>
        <source>the window at the upper bound</source>
        <translation>das Fenster an der oberen Schranke</translation>
    </message>
    <message>
        <source>%1 of %2 windows at the lower bound</source>
        <translation>%1 von %2 Fenstern an der unteren Schranke</translation>
    </message>
    <message>
        <source>%1 of %2 windows at the upper bound</source>
        <translation>%1 von %2 Fenstern an der oberen Schranke</translation>
    </message>
    <message>
        <source>objective down %1 to %2 at iteration %3</source>
        <translation>Zielfunktion um %1 auf %2 gefallen, bei Iteration %3</translation>
    </message>
    <message>
        <source>objective up %1 to %2 at iteration %3</source>
        <translation>Zielfunktion um %1 auf %2 gestiegen, bei Iteration %3</translation>
    </message>
    <message>
        <source>out of memory at iteration %1</source>
        <translation>kein Speicher mehr bei Iteration %1</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>kein Speicher mehr</translation>
    </message>
    <message>
        <source>out of memory: analyse a shorter region, a coarser hop or a smaller support</source>
        <translation>kein Speicher mehr: einen kürzeren Bereich, einen gröberen Hop oder eine kleinere DFT-Länge nehmen</translation>
    </message>
    <message>
        <source>abandoned</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>saved while it went on</source>
        <translation>gesichert, während er lief</translation>
    </message>
    <message>
        <source>the term %1 is not finite at iteration %2</source>
        <translation>der Term %1 ist bei Iteration %2 nicht endlich</translation>
    </message>
    <message>
        <source>the objective is not finite at iteration %1</source>
        <translation>die Zielfunktion ist bei Iteration %1 nicht endlich</translation>
    </message>
    <message>
        <source>the gradient of %1 is not finite at iteration %2</source>
        <translation>der Gradient von %1 ist bei Iteration %2 nicht endlich</translation>
    </message>
    <message>
        <source>the hop</source>
        <translation>Hop</translation>
    </message>
    <message>
        <source>the hop before frame %1</source>
        <translation>Hop vor Rahmen %1</translation>
    </message>
    <message>
        <source>the position of frame %1</source>
        <translation>Position von Rahmen %1</translation>
    </message>
    <message>
        <source>theta</source>
        <translation>theta</translation>
    </message>
    <message>
        <source>theta of frame %1</source>
        <translation>theta in Rahmen %1</translation>
    </message>
    <message>
        <source>theta of frame knot %1</source>
        <translation>theta an Rahmen-Stützstelle %1</translation>
    </message>
    <message>
        <source>theta of bin %1</source>
        <translation>theta in Bin %1</translation>
    </message>
    <message>
        <source>theta of bin knot %1</source>
        <translation>theta an Bin-Stützstelle %1</translation>
    </message>
    <message>
        <source>theta of frame %1, bin %2</source>
        <translation>theta in Rahmen %1, Bin %2</translation>
    </message>
    <message>
        <source>theta of frame knot %1, bin knot %2</source>
        <translation>theta an Rahmen-Stützstelle %1, Bin-Stützstelle %2</translation>
    </message>
    <message>
        <source>the whole recording, %1 s</source>
        <translation>die ganze Aufnahme, %1 s</translation>
    </message>
    <message>
        <source>%1 s, as set</source>
        <translation>%1 s, wie eingestellt</translation>
    </message>
    <message>
        <source>%1 s, what is in view</source>
        <translation>%1 s, was zu sehen ist</translation>
    </message>
    <message>
        <source>%1 s, the middle %2 s of what is in view</source>
        <translation>%1 s, die mittleren %2 s dessen, was zu sehen ist</translation>
    </message>
    <message>
        <source>%1 × %2 cells, %3, at most %4</source>
        <translation>%1 × %2 Zellen, %3, höchstens %4</translation>
    </message>
    <message>
        <source>the result was learned at %1 Hz, but here are %2 Hz, where as many samples last otherwise; resample the recording</source>
        <translation>das Ergebnis wurde bei %1 Hz gelernt, hier sind es aber %2 Hz, wo ebenso viele Abtastwerte anders lang dauern; die Aufnahme umrechnen</translation>
    </message>
    <message>
        <source>the result holds window lengths of %1 frames, but here are %2; choose a region of %3 s, or a result whose windows are shared or vary over frequency alone</source>
        <translation>das Ergebnis hält Fensterlängen von %1 Rahmen, hier sind es aber %2; einen Bereich von %3 s wählen oder ein Ergebnis, dessen Fenster gemeinsam sind oder nur über die Frequenz variieren</translation>
    </message>
    <message>
        <source>the result holds positions of %1 frames, but here are %2; choose a region of %3 s, or a result whose windows are shared or vary over frequency alone</source>
        <translation>das Ergebnis hält Positionen von %1 Rahmen, hier sind es aber %2; einen Bereich von %3 s wählen oder ein Ergebnis, dessen Fenster gemeinsam sind oder nur über die Frequenz variieren</translation>
    </message>
    <message>
        <source>the grid search was given up</source>
        <translation>die Gittersuche wurde aufgegeben</translation>
    </message>
    <message>
        <source>the gradient check was given up</source>
        <translation>die Gradientenprüfung wurde aufgegeben</translation>
    </message>
    <message>
        <source>all %1 epochs done</source>
        <translation>alle %1 Epochen durchlaufen</translation>
    </message>
    <message>
        <source>all 1 epoch done</source>
        <translation>die eine Epoche durchlaufen</translation>
    </message>
    <message>
        <source>no better validation loss for %1 epochs, after %2 epochs</source>
        <translation>kein besserer Validierungsverlust seit %1 Epochen, nach %2 Epochen</translation>
    </message>
    <message>
        <source>no better validation loss for 1 epochs, after %1 epochs</source>
        <translation>kein besserer Validierungsverlust seit einer Epoche, nach %1 Epochen</translation>
    </message>
    <message>
        <source>stopped after %1 epochs</source>
        <translation>angehalten nach %1 Epochen</translation>
    </message>
    <message>
        <source>stopped after 1 epoch</source>
        <translation>angehalten nach 1 Epoche</translation>
    </message>
    <message>
        <source>a loss or weight stopped being a number in epoch %1; choose smaller rates</source>
        <translation>ein Verlust oder Gewicht ist seit Epoche %1 keine Zahl mehr; kleinere Lernraten wählen</translation>
    </message>
    <message>
        <source>out of memory: use shorter clips, a longer hop or fewer recordings</source>
        <translation>kein Speicher mehr: kürzere Aufnahmen, einen längeren Hop oder weniger Aufnahmen nehmen</translation>
    </message>
    <message>
        <source>out of memory after %1 epochs; shorter clips, a longer hop or fewer recordings take less</source>
        <translation>kein Speicher mehr nach %1 Epochen; kürzere Aufnahmen, ein längerer Hop oder weniger Aufnahmen brauchen weniger</translation>
    </message>
    <message>
        <source>out of memory after 1 epoch; shorter clips, a longer hop or fewer recordings take less</source>
        <translation>kein Speicher mehr nach einer Epoche; kürzere Aufnahmen, ein längerer Hop oder weniger Aufnahmen brauchen weniger</translation>
    </message>
    <message>
        <source>nothing is left for training; add recordings, or change test-share and validation-share</source>
        <translation>für das Training bleibt nichts übrig; Aufnahmen hinzufügen oder Test- und Validierungsanteil ändern</translation>
    </message>
    <message>
        <source>nothing is left for validation; add recordings, or change test-share and validation-share</source>
        <translation>für die Validierung bleibt nichts übrig; Aufnahmen hinzufügen oder Test- und Validierungsanteil ändern</translation>
    </message>
    <message>
        <source>nothing is left for the test; add recordings, or change test-share and validation-share</source>
        <translation>für den Test bleibt nichts übrig; Aufnahmen hinzufügen oder Test- und Validierungsanteil ändern</translation>
    </message>
    <message>
        <source>no recording of &quot;%1&quot; is left for training; add recordings, or change test-share and validation-share</source>
        <translation>keine Aufnahme von „%1“ bleibt für das Training übrig; Aufnahmen hinzufügen oder Test- und Validierungsanteil ändern</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>The channel to analyse: a number from 1, or &quot;mix&quot;, the mean of all.</source>
        <translation>Der Kanal, der analysiert wird: eine Zahl ab 1, oder „mix“, das Mittel aller.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Where the region to analyse begins; auto: the start of the file.</source>
        <translation>Wo der Bereich beginnt, der analysiert wird; auto: am Anfang der Datei.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Where the region to analyse ends; auto: the end of the file.</source>
        <translation>Wo der Bereich endet, der analysiert wird; auto: am Ende der Datei.</translation>
    </message>
    <message>
        <source>Support N</source>
        <translation>DFT-Länge N</translation>
    </message>
    <message>
        <source>Samples of the DFT, an even number: N/2+1 bins, bin k at k fs/N Hz, and no window longer than N-1. Auto: the power of two nearest 93 ms.</source>
        <translation>Abtastwerte der DFT, eine gerade Zahl: N/2+1 Bins, Bin k bei k fs/N Hz, und kein Fenster länger als N-1. Auto: die Zweierpotenz, die 93 ms am nächsten liegt.</translation>
    </message>
    <message>
        <source>Hop H</source>
        <translation>Hop H</translation>
    </message>
    <message>
        <source>Distance H from one frame to the next at the start, any positive real number: t_i = t_0 + i H. Auto: N/16.</source>
        <translation>Abstand H von einem Rahmen zum nächsten am Anfang, jede positive reelle Zahl: t_i = t_0 + i H. Auto: N/16.</translation>
    </message>
    <message>
        <source>Frame layout</source>
        <translation>Lage der Rahmen</translation>
    </message>
    <message>
        <source>Where the frames lie at the start.</source>
        <translation>Wo die Rahmen am Anfang liegen.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>The taper w(y; theta): its shape, stretched to each window length. The gradient needs it to reach zero at its edges.</source>
        <translation>Die Fensterfunktion w(y; theta): ihre Form, auf jede Fensterlänge gestreckt. Der Gradient braucht sie an ihren Rändern null.</translation>
    </message>
    <message>
        <source>Normalise</source>
        <translation>Normierung</translation>
    </message>
    <message>
        <source>Scale of the sampled taper, differentiated through. It decides the result once theta varies: without it theta buys gain; &quot;sum&quot; lets the objective darken quiet regions and brighten loud ones; &quot;energy&quot;, the paper&apos;s unit norm, measures concentration as a person means it.</source>
        <translation>Maßstab der abgetasteten Fensterfunktion, mit abgeleitet. Er entscheidet über das Ergebnis, sobald theta variiert: Ohne ihn kauft theta Verstärkung; mit „sum“ darf die Zielfunktion leise Bereiche abdunkeln und laute aufhellen; „energy“, die Einheitsnorm der Veröffentlichung, misst Konzentration so, wie man sie meint.</translation>
    </message>
    <message>
        <source>Window length varies</source>
        <translation>Fensterlänge variiert</translation>
    </message>
    <message>
        <source>The axes along which the window length theta varies.</source>
        <translation>Die Achsen, entlang deren die Fensterlänge theta variiert.</translation>
    </message>
    <message>
        <source>Knots</source>
        <translation>Stützstellen</translation>
    </message>
    <message>
        <source>bins × frames</source>
        <translation>Bins × Rahmen</translation>
    </message>
    <message>
        <source>Distance between knots, between which ln theta is a cubic spline: the map is smooth, and cells share what they learn (a map given as a file starts from the nearest such one). 1x1: every cell its own theta, as in the paper. Auto: 6 bins x 3N/16 samples.</source>
        <translation>Abstand der Stützstellen, zwischen denen ln theta ein kubischer Spline ist: Die Karte ist glatt, und Zellen teilen, was sie lernen (eine Karte aus einer Datei beginnt bei der nächsten solchen). 1x1: jede Zelle ihr eigenes theta, wie in der Veröffentlichung. Auto: 6 Bins x 3N/16 Abtastwerte.</translation>
    </message>
    <message>
        <source>Window length</source>
        <translation>Fensterlänge</translation>
    </message>
    <message>
        <source>Window length theta at the start, the length of the taper from edge to edge, w(y) = 0 for |y| &gt; theta/2: long windows part what is close in frequency (Hann: 2 fs/theta Hz apart), short ones what is close in time. Auto: a descent begins as theta-start says, everything else takes N/2.</source>
        <translation>Fensterlänge theta am Anfang, die Länge der Fensterfunktion von Rand zu Rand, w(y) = 0 für |y| &gt; theta/2: Lange Fenster trennen, was in der Frequenz nahe liegt (Hann: 2 fs/theta Hz auseinander), kurze, was in der Zeit nahe liegt. Auto: Ein Abstieg beginnt, wie theta-start sagt, alles andere nimmt N/2.</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Beginnen bei</translation>
    </message>
    <message>
        <source>Where a descent begins when no window length is given: it finds the nearest minimum from there, on sounds of several kinds at once a better one from a map that already fits.</source>
        <translation>Wo ein Abstieg beginnt, wenn keine Fensterlänge gegeben ist: Von dort findet er das nächste Minimum, bei Klängen mehrerer Arten zugleich ein besseres von einer Karte aus, die schon passt.</translation>
    </message>
    <message>
        <source>Shortest window</source>
        <translation>Kürzestes Fenster</translation>
    </message>
    <message>
        <source>Lower bound of theta. Auto: two hops, at most N/4, so that no sound falls between windows; 4 where every cell has its own theta. Below 1 a window may hold no sample at all: its magnitude is then 0.</source>
        <translation>Untere Schranke von theta. Auto: zwei Hops, höchstens N/4, damit kein Klang zwischen Fenster fällt; 4, wo jede Zelle ihr eigenes theta hat. Unter 1 enthält ein Fenster vielleicht gar keinen Abtastwert: Dann ist sein Betrag 0.</translation>
    </message>
    <message>
        <source>Longest window</source>
        <translation>Längstes Fenster</translation>
    </message>
    <message>
        <source>Upper bound of theta, at most N-1 (Eq. 6). Auto: N-1.</source>
        <translation>Obere Schranke von theta, höchstens N-1 (Gl. 6). Auto: N-1.</translation>
    </message>
    <message>
        <source>Frame positions</source>
        <translation>Rahmenpositionen</translation>
    </message>
    <message>
        <source>The positions that the descent may move.</source>
        <translation>Die Positionen, die der Abstieg bewegen darf.</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Zielfunktion</translation>
    </message>
    <message>
        <source>What the descent makes small: a weighted sum of terms, such as entropy+0.01*smoothness. Entropy is -sum p ln p with p = |S| / sum |S|; concentration is the same idea about every cell by itself, of the energy. Terms to be made large take a negative weight.</source>
        <translation>Was der Abstieg klein macht: eine gewichtete Summe von Termen, etwa entropy+0.01*smoothness. Die Entropie ist -Summe p ln p mit p = |S| / Summe |S|; concentration ist dasselbe um jede Zelle für sich, für die Energie. Terme, die groß werden sollen, erhalten ein negatives Gewicht.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Step size as a fraction of theta&apos;s own scale, |d ln theta| of one Adam step: the same number works in every mode.</source>
        <translation>Schrittweite als Anteil an thetas eigenem Maßstab, |d ln theta| eines Adam-Schritts: Dieselbe Zahl passt in jedem Modus.</translation>
    </message>
    <message>
        <source>Several terms</source>
        <translation>Mehrere Terme</translation>
    </message>
    <message>
        <source>What a descent with several terms follows. The objective reported is the weighted sum in either case.</source>
        <translation>Wem ein Abstieg mit mehreren Termen folgt. Als Zielfunktion genannt wird in beiden Fällen die gewichtete Summe.</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>The rule that turns gradients into steps.</source>
        <translation>Die Regel, die aus Gradienten Schritte macht.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Schrittfolge</translation>
    </message>
    <message>
        <source>How the step changes from iteration to iteration; L-BFGS chooses its own steps.</source>
        <translation>Wie sich der Schritt von Iteration zu Iteration ändert; L-BFGS wählt seine Schritte selbst.</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>At most this many steps; 0 only transforms at the start.</source>
        <translation>Höchstens so viele Schritte; 0 transformiert nur am Anfang.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Whether the descent may end before its last iteration.</source>
        <translation>Ob der Abstieg vor seiner letzten Iteration enden darf.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Every random choice follows from it: the same seed gives the same result.</source>
        <translation>Jede zufällige Wahl folgt aus ihm: Gleicher Startwert, gleiches Ergebnis.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Rechenfäden</translation>
    </message>
    <message>
        <source>Worker threads, 0 for one per processor. Results do not depend on it.</source>
        <translation>Rechenfäden, 0 für einen je Prozessor. Ergebnisse hängen nicht davon ab.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Arithmetic of the transform.</source>
        <translation>Arithmetik der Transformation.</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Rechenwerk</translation>
    </message>
    <message>
        <source>What descends. Whatever it is, the reported results come from the exact engine.</source>
        <translation>Was absteigt. Welches es auch ist, die genannten Ergebnisse stammen vom exakten Rechenwerk.</translation>
    </message>
    <message>
        <source>one window length for the whole picture</source>
        <translation>eine Fensterlänge für das ganze Bild</translation>
    </message>
    <message>
        <source>one window length per frame: short at attacks, long in between</source>
        <translation>eine Fensterlänge je Rahmen: kurz bei Einsätzen, lang dazwischen</translation>
    </message>
    <message>
        <source>one window length per bin, as in a wavelet or constant-Q transform</source>
        <translation>eine Fensterlänge je Bin, wie in einer Wavelet- oder Constant-Q-Transformation</translation>
    </message>
    <message>
        <source>one window length per cell (frame, bin)</source>
        <translation>eine Fensterlänge je Zelle (Rahmen, Bin)</translation>
    </message>
    <message>
        <source>frames stay where they are</source>
        <translation>Rahmen bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>one hop, shared by all frames, is learned; their number stays</source>
        <translation>ein Hop, allen Rahmen gemeinsam, wird gelernt; ihre Zahl bleibt</translation>
    </message>
    <message>
        <source>every frame&apos;s distance from the one before is learned: t[i] = t[0] + H[1] + ... + H[i]; frames keep their order</source>
        <translation>der Abstand jedes Rahmens vom vorigen wird gelernt: t[i] = t[0] + H[1] + ... + H[i]; Rahmen behalten ihre Reihenfolge</translation>
    </message>
    <message>
        <source>every frame&apos;s position is learned</source>
        <translation>die Position jedes Rahmens wird gelernt</translation>
    </message>
    <message>
        <source>the taper as it is: long windows gain level, so the objective prefers them for their gain</source>
        <translation>die Fensterfunktion, wie sie ist: Lange Fenster gewinnen Pegel, daher zieht die Zielfunktion sie dieses Gewinns wegen vor</translation>
    </message>
    <message>
        <source>w / sum w: a steady tone keeps its height whatever the window length; used by the paper&apos;s authors</source>
        <translation>w / Summe w: Ein stehender Ton behält seine Höhe bei jeder Fensterlänge; so machen es die Autoren der Veröffentlichung</translation>
    </message>
    <message>
        <source>w / sqrt(sum w^2): noise keeps its level, tones gain from long windows and clicks from short ones</source>
        <translation>w / Wurzel(Summe w^2): Rauschen behält seinen Pegel, Töne gewinnen durch lange Fenster und Knackse durch kurze</translation>
    </message>
    <message>
        <source>frames are centred at 0, H, 2H... up to the end; zeros beyond the edges</source>
        <translation>Rahmenmitten liegen bei 0, H, 2H... bis zum Ende; jenseits der Ränder Nullen</translation>
    </message>
    <message>
        <source>supports begin at 0, H, 2H... and lie inside the signal, as in the paper</source>
        <translation>Fenster beginnen bei 0, H, 2H... und liegen innerhalb des Signals, wie in der Veröffentlichung</translation>
    </message>
    <message>
        <source>64-bit arithmetic: about 1e-10 relative</source>
        <translation>64-Bit-Arithmetik: etwa 1e-10 relativ</translation>
    </message>
    <message>
        <source>32-bit arithmetic: about 1e-6 relative, and faster</source>
        <translation>32-Bit-Arithmetik: etwa 1e-6 relativ, und schneller</translation>
    </message>
    <message>
        <source>stop when the objective no longer improves</source>
        <translation>anhalten, wenn die Zielfunktion nicht mehr besser wird</translation>
    </message>
    <message>
        <source>run all iterations</source>
        <translation>alle Iterationen ausführen</translation>
    </message>
    <message>
        <source>the step shrinks to a third whenever the objective no longer improves</source>
        <translation>der Schritt schrumpft auf ein Drittel, sooft die Zielfunktion nicht mehr besser wird</translation>
    </message>
    <message>
        <source>the step stays as it is</source>
        <translation>der Schritt bleibt, wie er ist</translation>
    </message>
    <message>
        <source>the step falls along half a cosine to nothing at the last iteration, and all are run</source>
        <translation>der Schritt fällt entlang eines halben Kosinus bis zur letzten Iteration auf nichts, und alle werden ausgeführt</translation>
    </message>
    <message>
        <source>follow the gradient of the weighted sum</source>
        <translation>dem Gradienten der gewichteten Summe folgen</translation>
    </message>
    <message>
        <source>follow the direction in which every term improves, whatever their scales: of the weights only the signs count</source>
        <translation>der Richtung folgen, in der jeder Term besser wird, welchen Maßstab sie auch haben: Von den Gewichten zählen nur die Vorzeichen</translation>
    </message>
    <message>
        <source>the fastest engine that meets its accuracy</source>
        <translation>das schnellste Rechenwerk, das seine Genauigkeit einhält</translation>
    </message>
    <message>
        <source>the exact engine in two passes, the judge of the others: many times slower</source>
        <translation>das exakte Rechenwerk in zwei Durchgängen, der Maßstab der anderen: vielfach langsamer</translation>
    </message>
    <message>
        <source>N/2 everywhere</source>
        <translation>überall N/2</translation>
    </message>
    <message>
        <source>chosen place by place among window lengths an octave apart: the one whose neighbourhood is most concentrated</source>
        <translation>Ort für Ort aus Fensterlängen gewählt, die eine Oktave auseinander liegen: die, deren Umgebung am stärksten konzentriert ist</translation>
    </message>
    <message>
        <source>the best of 64, 128, ... 4096 for every entry of theta, one after the other, by the objective itself; without knots (1x1), and then it may take minutes</source>
        <translation>das beste aus 64, 128, ... 4096 für jeden Eintrag von theta, einer nach dem anderen, nach der Zielfunktion selbst; ohne Stützstellen (1x1), und dann dauert es womöglich Minuten</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Abtastwerte</translation>
    </message>
    <message>
        <source>How spread out the spectrogram is: small when few cells hold all of the magnitude.</source>
        <translation>Wie verteilt das Spektrogramm ist: klein, wenn wenige Zellen den ganzen Betrag halten.</translation>
    </message>
    <message>
        <source>Rényi entropy: like entropy, but the loudest cells count most; the rest of the map hardly moves.</source>
        <translation>Rényi-Entropie: wie die Entropie, doch die lautesten Zellen zählen am meisten; der Rest der Karte bewegt sich kaum.</translation>
    </message>
    <message>
        <source>order α: the larger, the more the loudest cells decide</source>
        <translation>Ordnung α: je größer, desto mehr entscheiden die lautesten Zellen</translation>
    </message>
    <message>
        <source>2: distribution of the energy |S|²; 1: of the magnitude |S|</source>
        <translation>2: Verteilung der Energie |S|²; 1: des Betrags |S|</translation>
    </message>
    <message>
        <source>Ratio of two norms: small when the spectrogram is sparse. It grows with the number of cells.</source>
        <translation>Verhältnis zweier Normen: klein, wenn das Spektrogramm dünn besetzt ist. Es wächst mit der Zahl der Zellen.</translation>
    </message>
    <message>
        <source>exponent of the upper norm, the smaller of the two</source>
        <translation>Exponent der oberen Norm, der kleinere von beiden</translation>
    </message>
    <message>
        <source>exponent of the lower norm, the larger of the two</source>
        <translation>Exponent der unteren Norm, der größere von beiden</translation>
    </message>
    <message>
        <source>How peaked each frame&apos;s spectrum is, averaged over time; good is large, so give it a negative weight (or a positive one with inverse=1).</source>
        <translation>Wie spitz das Spektrum jedes Rahmens ist, über die Zeit gemittelt; groß ist gut, daher ein negatives Gewicht geben (oder ein positives mit inverse=1).</translation>
    </message>
    <message>
        <source>K = Σ λᵢ Kᵢ / Σ λᵢ,  Kᵢ = mean |S|⁴ / (mean |S|²)² over bins,  λᵢ the distance to the neighbouring frames</source>
        <translation>K = Σ λᵢ Kᵢ / Σ λᵢ,  Kᵢ = Mittel |S|⁴ / (Mittel |S|²)² über Bins,  λᵢ der Abstand zu den Nachbarrahmen</translation>
    </message>
    <message>
        <source>0: K, to be maximised; 1: 1000 / K, to be minimised; 2: the mean of 1000 / Kᵢ, to be minimised</source>
        <translation>0: K, zu maximieren; 1: 1000 / K, zu minimieren; 2: das Mittel von 1000 / Kᵢ, zu minimieren</translation>
    </message>
    <message>
        <source>1: λ as above; 2: λ without its own gradient; 0: every frame alike</source>
        <translation>1: λ wie oben; 2: λ ohne eigenen Gradienten; 0: jeder Rahmen gleich</translation>
    </message>
    <message>
        <source>Share of the signal inside some window; good is large, so give it a negative weight.</source>
        <translation>Anteil des Signals, der in irgendeinem Fenster liegt; groß ist gut, daher ein negatives Gewicht geben.</translation>
    </message>
    <message>
        <source>How much the window length changes from cell to cell (total variation); keeps neighbouring windows alike. Nothing to do for a shared window.</source>
        <translation>Wie stark sich die Fensterlänge von Zelle zu Zelle ändert (Totalvariation); hält benachbarte Fenster ähnlich. Bei einem gemeinsamen Fenster ohne Wirkung.</translation>
    </message>
    <message>
        <source>R = mean √((θ[i,f+1] − θ[i,f])² + (θ[i+1,f] − θ[i,f])² + ε)</source>
        <translation>R = Mittel √((θ[i,f+1] − θ[i,f])² + (θ[i+1,f] − θ[i,f])² + ε)</translation>
    </message>
    <message>
        <source>2: differences to the next cell in time and in frequency; 4: to those before as well</source>
        <translation>2: Differenzen zur nächsten Zelle in Zeit und Frequenz; 4: auch zu den vorigen</translation>
    </message>
    <message>
        <source>0: differences of θ in samples; 1: of ln θ, relative changes</source>
        <translation>0: Differenzen von θ in Abtastwerten; 1: von ln θ, relative Änderungen</translation>
    </message>
    <message>
        <source>Window lengths agree where the sound looks alike, and are free where it changes: total variation over a neighbourhood, weighted by the likeness of patches of the spectrogram at the start.</source>
        <translation>Fensterlängen stimmen überein, wo der Klang ähnlich aussieht, und sind frei, wo er sich ändert: Totalvariation über eine Umgebung, gewichtet mit der Ähnlichkeit von Ausschnitten des Spektrogramms am Anfang.</translation>
    </message>
    <message>
        <source>R = mean √(Σ γ (θ − θ′)² + ε),  γ = exp(−mean (L − L′)² / strength²) over 3×3 patches, L = ln |S|</source>
        <translation>R = Mittel √(Σ γ (θ − θ′)² + ε),  γ = exp(−Mittel (L − L′)² / strength²) über Ausschnitte von 3×3, L = ln |S|</translation>
    </message>
    <message>
        <source>cells to every side that are compared</source>
        <translation>Zellen zu jeder Seite, die verglichen werden</translation>
    </message>
    <message>
        <source>difference of level, in nepers (8.7 dB), at which likeness falls to 1/e</source>
        <translation>Pegeldifferenz in Neper (8,7 dB), bei der die Ähnlichkeit auf 1/e fällt</translation>
    </message>
    <message>
        <source>Entropy patch by patch, averaged by a low power of the patches&apos; energy: sharpens quiet regions too, not only the loudest.</source>
        <translation>Entropie Ausschnitt für Ausschnitt, gemittelt mit einer niedrigen Potenz der Energie der Ausschnitte: schärft auch leise Bereiche, nicht nur die lautesten.</translation>
    </message>
    <message>
        <source>L = Σ w H / Σ w over patches,  H = −Σ p ln p,  p = |S| / Σ|S|,  w = (Σ|S|²)^power</source>
        <translation>L = Σ w H / Σ w über Ausschnitte,  H = −Σ p ln p,  p = |S| / Σ|S|,  w = (Σ|S|²)^power</translation>
    </message>
    <message>
        <source>length of a patch</source>
        <translation>Länge eines Ausschnitts</translation>
    </message>
    <message>
        <source>height of a patch</source>
        <translation>Höhe eines Ausschnitts</translation>
    </message>
    <message>
        <source>of a patch&apos;s energy: 0, all alike; 1, by energy</source>
        <translation>der Energie eines Ausschnitts: 0, alle gleich; 1, nach Energie</translation>
    </message>
    <message>
        <source>How spread out the energy is about every cell, averaged by the energy there: each place is measured by itself, so that a click beside a loud tone is sharpened as well.</source>
        <translation>Wie verteilt die Energie um jede Zelle ist, gemittelt nach der Energie dort: Jeder Ort wird für sich gemessen, sodass auch ein Knacks neben einem lauten Ton geschärft wird.</translation>
    </message>
    <message>
        <source>L = Σ w H / Σ w over cells,  H = ln(Σ p^α) / (1 − α) about the cell,  p = |S|² / Σ|S|²,  w = (Σ|S|²)^power</source>
        <translation>L = Σ w H / Σ w über Zellen,  H = ln(Σ p^α) / (1 − α) um die Zelle,  p = |S|² / Σ|S|²,  w = (Σ|S|²)^power</translation>
    </message>
    <message>
        <source>order α: the larger, the more the loudest cells about a cell decide</source>
        <translation>Ordnung α: je größer, desto mehr entscheiden die lautesten Zellen um eine Zelle</translation>
    </message>
    <message>
        <source>frames to either side that belong to a cell&apos;s neighbourhood</source>
        <translation>Rahmen zu jeder Seite, die zur Umgebung einer Zelle gehören</translation>
    </message>
    <message>
        <source>bins to either side that belong to it</source>
        <translation>Bins zu jeder Seite, die dazugehören</translation>
    </message>
    <message>
        <source>of a neighbourhood&apos;s energy: 0, all alike; 1, by energy</source>
        <translation>der Energie einer Umgebung: 0, alle gleich; 1, nach Energie</translation>
    </message>
    <message>
        <source>raised cosine, smooth at its edges: the default</source>
        <translation>angehobener Kosinus, glatt an den Rändern: die Vorgabe</translation>
    </message>
    <message>
        <source>Gaussian with σ = θ/6, brought continuously to zero at its edges</source>
        <translation>Gauß mit σ = θ/6, stetig auf null an den Rändern gebracht</translation>
    </message>
    <message>
        <source>Gaussian of the paper&apos;s Eq. (4), cut at 1.5σ where it is still 32 % of its peak: it jumps, so its gradients mislead; for fidelity only</source>
        <translation>Gauß nach Gl. (4) der Veröffentlichung, bei 1,5σ abgeschnitten, wo er noch 32 % seiner Höhe hat: Er springt, daher täuschen seine Gradienten; nur der Treue wegen</translation>
    </message>
    <message>
        <source>raised cosine on a pedestal: low first side lobe, but it jumps by 8 % at its edges</source>
        <translation>angehobener Kosinus auf einem Sockel: niedriger erster Nebenzipfel, doch er springt an den Rändern um 8 %</translation>
    </message>
    <message>
        <source>three-term cosine sum: low side lobes, wider main lobe</source>
        <translation>Summe von drei Kosinustermen: niedrige Nebenzipfel, breiterer Hauptzipfel</translation>
    </message>
    <message>
        <source>four-term cosine sum: side lobes below -92 dB</source>
        <translation>Summe von vier Kosinustermen: Nebenzipfel unter -92 dB</translation>
    </message>
    <message>
        <source>Bessel window with its pedestal removed: beta trades the width of the main lobe for low side lobes</source>
        <translation>Bessel-Fenster ohne seinen Sockel: beta tauscht die Breite des Hauptzipfels gegen niedrige Nebenzipfel</translation>
    </message>
    <message>
        <source>0.5 is nearly a parabola, 8.6 near Blackman</source>
        <translation>0,5 ist fast eine Parabel, 8,6 nahe Blackman</translation>
    </message>
    <message>
        <source>flat with raised-cosine flanks: 1 is Hann, near 0 a box</source>
        <translation>flach mit Flanken aus angehobenem Kosinus: 1 ist Hann, nahe 0 ein Rechteck</translation>
    </message>
    <message>
        <source>w = 1, but (1 + cos(π(2|y|/θ − 1 + α)/α))/2 on the flanks</source>
        <translation>w = 1, aber (1 + cos(π(2|y|/θ − 1 + α)/α))/2 auf den Flanken</translation>
    </message>
    <message>
        <source>share of the window in its two flanks</source>
        <translation>Anteil des Fensters in seinen beiden Flanken</translation>
    </message>
    <message>
        <source>half a period of a cosine: continuous, but its slope jumps at its edges</source>
        <translation>eine halbe Periode eines Kosinus: stetig, doch die Steigung springt an den Rändern</translation>
    </message>
    <message>
        <source>Adam: every variable moves by about the step at first, less where its gradient changes sign.</source>
        <translation>Adam: Jede Variable bewegt sich zunächst etwa um den Schritt, weniger, wo ihr Gradient das Vorzeichen wechselt.</translation>
    </message>
    <message>
        <source>Gradient descent with momentum: the steepest variable moves by at most the step, the others in proportion.</source>
        <translation>Gradientenabstieg mit Impuls: Die steilste Variable bewegt sich höchstens um den Schritt, die anderen im Verhältnis.</translation>
    </message>
    <message>
        <source>L-BFGS with a line search: learns the curvature and picks its own steps; some evaluations per iteration, but far fewer iterations for a shared window or one per frame.</source>
        <translation>L-BFGS mit Liniensuche: lernt die Krümmung und wählt seine Schritte selbst; einige Auswertungen je Iteration, doch weit weniger Iterationen bei einem gemeinsamen Fenster oder einem je Rahmen.</translation>
    </message>
    <message>
        <source>Taper of the transform (`thetascope windows` lists them).</source>
        <translation>Fensterfunktion der Transformation (`thetascope windows` zählt sie auf).</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Sockel</translation>
    </message>
    <message>
        <source>Added to |S|^2 before the logarithm or the root.</source>
        <translation>Wird vor Logarithmus oder Wurzel zu |S|^2 addiert.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Passes over the training examples.</source>
        <translation>Durchgänge durch die Trainingsbeispiele.</translation>
    </message>
    <message>
        <source>Initial θ</source>
        <translation>θ am Anfang</translation>
    </message>
    <message>
        <source>Window length to start from.</source>
        <translation>Fensterlänge, mit der begonnen wird.</translation>
    </message>
    <message>
        <source>Rate of ln θ</source>
        <translation>Lernrate von ln θ</translation>
    </message>
    <message>
        <source>Learning rate of ln theta; 0 keeps theta where it is.</source>
        <translation>Lernrate von ln theta; 0 lässt theta, wo es ist.</translation>
    </message>
    <message>
        <source>Rate of weights</source>
        <translation>Lernrate der Gewichte</translation>
    </message>
    <message>
        <source>Learning rate of the weights.</source>
        <translation>Lernrate der Gewichte.</translation>
    </message>
    <message>
        <source>Every random choice follows from it.</source>
        <translation>Jede zufällige Wahl folgt aus ihm.</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Geduld</translation>
    </message>
    <message>
        <source>Stop after so many epochs without a better validation loss; 0: never.</source>
        <translation>Anhalten nach so vielen Epochen ohne besseren Validierungsverlust; 0: nie.</translation>
    </message>
    <message>
        <source>Worker threads, 0: all processors; results do not depend on it.</source>
        <translation>Rechenfäden, 0: alle Prozessoren; Ergebnisse hängen nicht davon ab.</translation>
    </message>
    <message>
        <source>Numerical support of the transform.</source>
        <translation>Länge der DFT, die jedes Fenster umfasst.</translation>
    </message>
    <message>
        <source>Hop</source>
        <translation>Hop</translation>
    </message>
    <message>
        <source>Spacing of the frames.</source>
        <translation>Abstand der Rahmen.</translation>
    </message>
    <message>
        <source>Bin stride</source>
        <translation>Bin-Schritt</translation>
    </message>
    <message>
        <source>Every so many-th bin is kept.</source>
        <translation>Jeder so vielte Bin bleibt.</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Length that recordings are cut or padded to.</source>
        <translation>Länge, auf die Aufnahmen geschnitten oder aufgefüllt werden.</translation>
    </message>
    <message>
        <source>Smallest θ</source>
        <translation>Kleinstes θ</translation>
    </message>
    <message>
        <source>Lower bound of theta; the upper is N-1.</source>
        <translation>Untere Schranke von theta; die obere ist N-1.</translation>
    </message>
    <message>
        <source>Scale of the sampled taper, differentiated through.</source>
        <translation>Maßstab der abgetasteten Fensterfunktion, mit abgeleitet.</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>What the network sees of a cell: log magnitude, or magnitude.</source>
        <translation>Was das Netz von einer Zelle sieht: logarithmischer Betrag oder Betrag.</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filters of the convolutions, a multiple of 16.</source>
        <translation>Filter der Faltungen, ein Vielfaches von 16.</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>Pooling</translation>
    </message>
    <message>
        <source>Frames of the second convolution averaged into one.</source>
        <translation>So viele Rahmen der zweiten Faltung werden zu einem gemittelt.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Share of the pooled values dropped while training.</source>
        <translation>Anteil der gemittelten Werte, die beim Training wegfallen.</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Recordings per step.</source>
        <translation>Aufnahmen je Schritt.</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>Testanteil</translation>
    </message>
    <message>
        <source>Share kept for the test where names have no index (else the indices 0-4).</source>
        <translation>Anteil für den Test, wo Namen keinen Index haben (sonst die Indizes 0-4).</translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation>Validierungsanteil</translation>
    </message>
    <message>
        <source>Share of the rest for validation, by seed; 0: the indices 5-9, or 0.1 without indices.</source>
        <translation>Anteil am Rest für die Validierung, nach Startwert; 0: die Indizes 5-9, oder 0,1 ohne Indizes.</translation>
    </message>
    <message>
        <source>Permute labels</source>
        <translation>Etiketten mischen</translation>
    </message>
    <message>
        <source>The control: shuffle the labels of training and validation.</source>
        <translation>Die Gegenprobe: die Etiketten von Training und Validierung mischen.</translation>
    </message>
    <message>
        <source>%1 % of the signal lies in no window (%2 % at the start) and can&apos;t be reconstructed; raise theta-min, or add -1*coverage to the objective</source>
        <translation>%1 % des Signals liegen in keinem Fenster (am Anfang %2 %) und lassen sich nicht wiederherstellen; theta-min anheben oder der Zielfunktion -1*coverage hinzufügen</translation>
    </message>
    <message>
        <source>the comparison was given up</source>
        <translation>der Vergleich wurde aufgegeben</translation>
    </message>
    <message>
        <source>the measurement was given up</source>
        <translation>die Messung wurde aufgegeben</translation>
    </message>
</context>
<context>
    <name>DisplayPanel</name>
    <message>
        <source>linear</source>
        <translation>linear</translation>
    </message>
    <message>
        <source>logarithmic</source>
        <translation>logarithmisch</translation>
    </message>
    <message>
        <source>mel</source>
        <translation>Mel</translation>
    </message>
    <message>
        <source>Bark</source>
        <translation>Bark</translation>
    </message>
    <message>
        <source>ERB rate</source>
        <translation>ERB-Rate</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>Noten</translation>
    </message>
</context>
<context>
    <name>MomentCaption</name>
    <message>
        <source>Sharpest, iteration %1</source>
        <translation>Schärfstes, Iteration %1</translation>
    </message>
    <message>
        <source>Iteration %1</source>
        <translation>Iteration %1</translation>
    </message>
    <message>
        <source>%1 · objective %2</source>
        <translation>%1 · Zielfunktion %2</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>&amp;Erhöhen</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>&amp;Verringern</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Wieder&amp;herstellen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source> of %1</source>
        <translation> von %1</translation>
    </message>
    <message>
        <source> (%1 low, %2 high)</source>
        <translation> (%1 unten, %2 oben)</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>Good is large: takes a negative weight.</source>
        <translation>Groß ist gut: bekommt ein negatives Gewicht.</translation>
    </message>
    <message>
        <source>no level</source>
        <translation>kein Pegel</translation>
    </message>
    <message>
        <source>frame %1</source>
        <translation>Rahmen %1</translation>
    </message>
    <message>
        <source>low</source>
        <translation>unten</translation>
    </message>
    <message>
        <source>high</source>
        <translation>oben</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>kein Unterschied</translation>
    </message>
    <message>
        <source>%1%2 dB to classical</source>
        <translation>%1%2 dB zur klassischen</translation>
    </message>
    <message>
        <source>Frequency (Hz), mel</source>
        <translation>Frequenz (Hz), mel</translation>
    </message>
    <message>
        <source>Frequency (Hz), Bark</source>
        <translation>Frequenz (Hz), Bark</translation>
    </message>
    <message>
        <source>Frequency (Hz), ERB</source>
        <translation>Frequenz (Hz), ERB</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Frequency (Hz)</source>
        <translation>Frequenz (Hz)</translation>
    </message>
    <message>
        <source>Frequency (kHz)</source>
        <translation>Frequenz (kHz)</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>Time (s)</source>
        <translation>Zeit (s)</translation>
    </message>
    <message>
        <source>Time (min:s)</source>
        <translation>Zeit (min:s)</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>Vorgaben wiederherstellen</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Runter</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>WaveformView</name>
    <message>
        <source>a tick every %1 frames</source>
        <translation>eine Marke je %1 Rahmen</translation>
    </message>
</context>
<context>
    <name>thetascope::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open a recording, or drop one onto the window</source>
        <translation>Eine Aufnahme öffnen, oder auf das Fenster ziehen</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Save Session</source>
        <translation>Sitzung &amp;speichern</translation>
    </message>
    <message>
        <source>Save settings, views and runs, to carry on another day</source>
        <translation>Einstellungen, Ansichten und Läufe speichern, um später weiterzumachen</translation>
    </message>
    <message>
        <source>Save Session &amp;As…</source>
        <translation>Sitzung speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Export &amp;Picture…</source>
        <translation>&amp;Bild exportieren …</translation>
    </message>
    <message>
        <source>Save the spectrogram on screen as PNG, SVG or PDF</source>
        <translation>Das angezeigte Spektrogramm als PNG, SVG oder PDF speichern</translation>
    </message>
    <message>
        <source>Export &amp;Numbers…</source>
        <translation>Za&amp;hlen exportieren …</translation>
    </message>
    <message>
        <source>Write magnitudes, window lengths, positions and history into a folder</source>
        <translation>Beträge, Fensterlängen, Positionen und Verlauf in einen Ordner schreiben</translation>
    </message>
    <message>
        <source>Export &amp;More</source>
        <translation>&amp;Weitere Exporte</translation>
    </message>
    <message>
        <source>NumPy &amp;Archive…</source>
        <translation>NumPy-&amp;Archiv …</translation>
    </message>
    <message>
        <source>All arrays in one .npz, for Python</source>
        <translation>Alle Felder in einer .npz, für Python</translation>
    </message>
    <message>
        <source>&amp;Layers for Sonic Visualiser…</source>
        <translation>&amp;Ebenen für Sonic Visualiser …</translation>
    </message>
    <message>
        <source>Regions, instants or the dense grid as CSV that Sonic Visualiser imports</source>
        <translation>Bereiche, Zeitpunkte oder das dichte Gitter als CSV, die Sonic Visualiser einliest</translation>
    </message>
    <message>
        <source>A&amp;nimation of the Run…</source>
        <translation>A&amp;nimation des Laufs …</translation>
    </message>
    <message>
        <source>Every kept iteration as a frame of one animated PNG</source>
        <translation>Jede behaltene Iteration als Einzelbild eines animierten PNG</translation>
    </message>
    <message>
        <source>&amp;Copy Picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>Put the picture on screen onto the clipboard</source>
        <translation>Das angezeigte Bild in die Zwischenablage legen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last change of a setting</source>
        <translation>Die letzte Änderung einer Einstellung zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Make the change again that was taken back</source>
        <translation>Die zurückgenommene Änderung wieder vornehmen</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>&amp;Voreinstellungen …</translation>
    </message>
    <message>
        <source>&amp;Descent</source>
        <translation>A&amp;bstieg</translation>
    </message>
    <message>
        <source>Sharpen</source>
        <translation>Schärfen</translation>
    </message>
    <message>
        <source>Descend to the sharpest spectrogram of what is in view</source>
        <translation>Zum schärfsten Spektrogramm des Sichtbaren absteigen</translation>
    </message>
    <message>
        <source>S&amp;tep</source>
        <translation>Schri&amp;tt</translation>
    </message>
    <message>
        <source>Take one step, then pause</source>
        <translation>Einen Schritt tun, dann anhalten</translation>
    </message>
    <message>
        <source>Run %1 Steps</source>
        <translation>%1 Schritte laufen</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>St&amp;opp</translation>
    </message>
    <message>
        <source>End the run with its best result</source>
        <translation>Den Lauf mit seinem besten Ergebnis beenden</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>&amp;Previous Iteration</source>
        <translation>&amp;Vorige Iteration</translation>
    </message>
    <message>
        <source>&amp;Next Iteration</source>
        <translation>&amp;Nächste Iteration</translation>
    </message>
    <message>
        <source>&amp;Best Iteration</source>
        <translation>&amp;Beste Iteration</translation>
    </message>
    <message>
        <source>&amp;Latest Iteration</source>
        <translation>&amp;Letzte Iteration</translation>
    </message>
    <message>
        <source>P&amp;lay the History</source>
        <translation>Verlauf ab&amp;spielen</translation>
    </message>
    <message>
        <source>S&amp;ound</source>
        <translation>&amp;Klang</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Abspielen</translation>
    </message>
    <message>
        <source>Play on from the place clicked or the left edge; again: stop</source>
        <translation>Ab der angeklickten Stelle oder dem linken Rand abspielen; noch einmal: aufhören</translation>
    </message>
    <message>
        <source>Play the &amp;Selection</source>
        <translation>Aus&amp;wahl abspielen</translation>
    </message>
    <message>
        <source>Play what is selected, or in view; of a band only that band</source>
        <translation>Das Ausgewählte oder Sichtbare abspielen; von einem Band nur dieses</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>&amp;Schleife</translation>
    </message>
    <message>
        <source>Begin again at the end</source>
        <translation>Am Ende von vorn beginnen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Classical STFT (hold A)</source>
        <translation>Klassische STFT (A halten)</translation>
    </message>
    <message>
        <source>Hold A to see the classical STFT with the same limits</source>
        <translation>A halten zeigt die klassische STFT mit denselben Grenzen</translation>
    </message>
    <message>
        <source>Side by Si&amp;de</source>
        <translation>&amp;Nebeneinander</translation>
    </message>
    <message>
        <source>The classical STFT beside the adaptive one</source>
        <translation>Die klassische STFT neben der adaptiven</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>&amp;Einpassen</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>&amp;Hinein</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Hina&amp;us</translation>
    </message>
    <message>
        <source>Scroll Left</source>
        <translation>Nach links</translation>
    </message>
    <message>
        <source>Scroll Right</source>
        <translation>Nach rechts</translation>
    </message>
    <message>
        <source>To the Start</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <source>To the End</source>
        <translation>Zum Ende</translation>
    </message>
    <message>
        <source>&amp;Tool</source>
        <translation>&amp;Werkzeug</translation>
    </message>
    <message>
        <source>&amp;Navigate</source>
        <translation>&amp;Bewegen</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>Aus&amp;wählen</translation>
    </message>
    <message>
        <source>&amp;Levels and Colours</source>
        <translation>&amp;Pegel und Farben</translation>
    </message>
    <message>
        <source>Lower Floor</source>
        <translation>Untergrenze senken</translation>
    </message>
    <message>
        <source>Raise Floor</source>
        <translation>Untergrenze heben</translation>
    </message>
    <message>
        <source>Lower Ceiling</source>
        <translation>Obergrenze senken</translation>
    </message>
    <message>
        <source>Raise Ceiling</source>
        <translation>Obergrenze heben</translation>
    </message>
    <message>
        <source>Automatic Limits</source>
        <translation>Automatische Grenzen</translation>
    </message>
    <message>
        <source>Next Colour Map</source>
        <translation>Nächste Farbskala</translation>
    </message>
    <message>
        <source>O&amp;verlays</source>
        <translation>Ü&amp;berlagerungen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Frame Ticks</source>
        <translation>Rahmenmarken</translation>
    </message>
    <message>
        <source>Frame Ticks and Windows</source>
        <translation>Rahmenmarken und Fenster</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>&amp;Thema</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Full &amp;Screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>H&amp;elp</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;About Thetascope</source>
        <translation>Ü&amp;ber Thetascope</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Di&amp;fference</source>
        <translation>Di&amp;fferenz</translation>
    </message>
    <message>
        <source>How far the adaptive spectrogram lies above (red) or below (blue) the classical STFT, in dB</source>
        <translation>Wie weit das adaptive Spektrogramm über (rot) oder unter (blau) der klassischen STFT liegt, in dB</translation>
    </message>
    <message>
        <source>Fit &amp;Selection</source>
        <translation>Auswahl &amp;einpassen</translation>
    </message>
    <message>
        <source>Show what is selected</source>
        <translation>Das Ausgewählte zeigen</translation>
    </message>
    <message>
        <source>&amp;Window and Channel</source>
        <translation>&amp;Fenster und Kanal</translation>
    </message>
    <message>
        <source>F&amp;requency Axis</source>
        <translation>F&amp;requenzachse</translation>
    </message>
    <message>
        <source>Lin&amp;ked Panes</source>
        <translation>&amp;Gekoppelte Ansichten</translation>
    </message>
    <message>
        <source>Dragging pans; with Shift it zooms to the rectangle</source>
        <translation>Ziehen verschiebt; mit Umschalt vergrößert es auf das Rechteck</translation>
    </message>
    <message>
        <source>Dragging selects what Sharpen takes, frame by frame; with Shift freely</source>
        <translation>Ziehen wählt aus, was geschärft wird, Rahmen für Rahmen; mit Umschalt frei</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Messen</translation>
    </message>
    <message>
        <source>Dragging measures a time and a frequency between frames and bins; with Shift freely</source>
        <translation>Ziehen misst Zeit und Frequenz zwischen Rahmen und Frequenzen; mit Umschalt frei</translation>
    </message>
    <message>
        <source>&amp;Harmonic Cursor</source>
        <translation>&amp;Obertonzeiger</translation>
    </message>
    <message>
        <source>Marks the multiples of the frequency at the cursor</source>
        <translation>Markiert die Vielfachen der Frequenz am Zeiger</translation>
    </message>
    <message>
        <source>&amp;Clear Selection and Measure</source>
        <translation>Auswahl und Maß auf&amp;heben</translation>
    </message>
    <message>
        <source>&amp;Longer Window</source>
        <translation>&amp;Längeres Fenster</translation>
    </message>
    <message>
        <source>Window length of the start times √2</source>
        <translation>Fensterlänge des Anfangs mal √2</translation>
    </message>
    <message>
        <source>&amp;Shorter Window</source>
        <translation>&amp;Kürzeres Fenster</translation>
    </message>
    <message>
        <source>Window length of the start over √2</source>
        <translation>Fensterlänge des Anfangs durch √2</translation>
    </message>
    <message>
        <source>Next &amp;Taper</source>
        <translation>Nächste Fenster&amp;form</translation>
    </message>
    <message>
        <source>The next shape of the window</source>
        <translation>Die nächste Form des Fensters</translation>
    </message>
    <message>
        <source>Next &amp;Channel</source>
        <translation>Nächster &amp;Kanal</translation>
    </message>
    <message>
        <source>The next channel, after the last their mean</source>
        <translation>Der nächste Kanal, nach dem letzten ihr Mittel</translation>
    </message>
    <message>
        <source>Whether it follows the other panes&apos; time and frequency</source>
        <translation>Ob sie Zeit und Frequenz der anderen Ansichten folgt</translation>
    </message>
    <message>
        <source>&amp;Waveform</source>
        <translation>&amp;Wellenform</translation>
    </message>
    <message>
        <source>&amp;Classical STFT</source>
        <translation>&amp;Klassische STFT</translation>
    </message>
    <message>
        <source>Window &amp;Lengths</source>
        <translation>Fenster&amp;längen</translation>
    </message>
    <message>
        <source>&amp;How to Read and Steer</source>
        <translation>&amp;Lesen und Steuern</translation>
    </message>
    <message>
        <source>&amp;Sound of the Result…</source>
        <translation>&amp;Klang des Ergebnisses …</translation>
    </message>
    <message>
        <source>The inverse transform as WAV</source>
        <translation>Die Rücktransformation als WAV</translation>
    </message>
    <message>
        <source>Leave the run and show the start again</source>
        <translation>Den Lauf verlassen und wieder den Anfang zeigen</translation>
    </message>
    <message>
        <source>&amp;Apply to the Whole Recording</source>
        <translation>Auf die ganze Aufnahme an&amp;wenden</translation>
    </message>
    <message>
        <source>Shows the whole recording with the window lengths that the run has learned: shared ones, or one per frequency</source>
        <translation>Zeigt die ganze Aufnahme mit den Fensterlängen, die der Lauf gelernt hat: einer gemeinsamen oder einer je Frequenz</translation>
    </message>
    <message>
        <source>Check the &amp;Gradient at the Cursor</source>
        <translation>&amp;Gradienten am Zeiger prüfen</translation>
    </message>
    <message>
        <source>Analytic slope against finite differences, at the cell last pointed at and at random ones</source>
        <translation>Analytische Steigung gegen finite Differenzen, an der zuletzt gezeigten Zelle und an zufälligen</translation>
    </message>
    <message>
        <source>Tr&amp;ain…</source>
        <translation>T&amp;rainieren …</translation>
    </message>
    <message>
        <source>Learn a window length together with a network that tells recordings apart</source>
        <translation>Eine Fensterlänge zusammen mit einem Netz lernen, das Aufnahmen unterscheidet</translation>
    </message>
    <message>
        <source>Classical STFT, while held</source>
        <translation>Klassische STFT, solange gehalten</translation>
    </message>
    <message>
        <source>Show the First &amp;Hints Again</source>
        <translation>Erste &amp;Hinweise wieder zeigen</translation>
    </message>
    <message>
        <source>The three things to try first, one after the other</source>
        <translation>Die drei Dinge, die zuerst zu versuchen sind, eins nach dem anderen</translation>
    </message>
    <message>
        <source>&amp;Stop Playing</source>
        <translation>Wiedergabe an&amp;halten</translation>
    </message>
    <message>
        <source>Take %1 steps, then pause; how many is a preference</source>
        <translation>%1 Schritte tun, dann pausieren; wie viele, ist eine Voreinstellung</translation>
    </message>
</context>
<context>
    <name>thetascope::AutosaveController</name>
    <message>
        <source>The session can&apos;t be kept for recovery: %1</source>
        <translation>Die Sitzung lässt sich nicht zum Zurückholen aufheben: %1</translation>
    </message>
</context>
<context>
    <name>thetascope::ConfusionPlot</name>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>True</source>
        <translation>Wahr</translation>
    </message>
</context>
<context>
    <name>thetascope::Controller</name>
    <message>
        <source>Opening…</source>
        <translation>Öffne …</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Schreibe …</translation>
    </message>
    <message>
        <source>Transforming…</source>
        <translation>Transformiere …</translation>
    </message>
    <message>
        <source>About Thetascope</source>
        <translation>Über Thetascope</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Thetascope %1&lt;/h3&gt;&lt;p&gt;Finds the sharpest spectrogram of a sound: gradient descent on the window length of a differentiable short-time Fourier transform.&lt;/p&gt;&lt;p&gt;After M. Leiber, Y. Marnissi, A. Barrau, &lt;i&gt;Differentiable Short-Time Fourier Transform&lt;/i&gt;, 2024.&lt;/p&gt;&lt;p&gt;GPL-3.0-or-later. Drawn with Qt and QCustomPlot, transformed with FFTW.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Thetascope %1&lt;/h3&gt;&lt;p&gt;Findet das schärfste Spektrogramm eines Klangs: Gradientenabstieg auf der Fensterlänge einer differenzierbaren Kurzzeit-Fourier-Transformation.&lt;/p&gt;&lt;p&gt;Nach M. Leiber, Y. Marnissi, A. Barrau, &lt;i&gt;Differentiable Short-Time Fourier Transform&lt;/i&gt;, 2024.&lt;/p&gt;&lt;p&gt;GPL-3.0-or-later. Gezeichnet mit Qt und QCustomPlot, transformiert mit FFTW.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>The run ended early: %1. Its best result is kept.</source>
        <translation>Der Lauf endete vorzeitig: %1. Sein bestes Ergebnis bleibt erhalten.</translation>
    </message>
    <message>
        <source>The run ended early: %1. The window lengths of its best iteration are kept, with the session and for exports.</source>
        <translation>Der Lauf endete vorzeitig: %1. Die Fensterlängen seiner besten Iteration bleiben erhalten, in der Sitzung und für Exporte.</translation>
    </message>
    <message>
        <source>The run failed: %1</source>
        <translation>Der Lauf ist gescheitert: %1</translation>
    </message>
    <message>
        <source>The session is in %1</source>
        <translation>Die Sitzung liegt in %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>%1 &amp;rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>%1 &amp;wiederholen</translation>
    </message>
    <message>
        <source>How to read and steer</source>
        <translation>Lesen und Steuern</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Reading&lt;/h3&gt;&lt;p&gt;Brightness is level, 20 log&lt;sub&gt;10&lt;/sub&gt;|S| in dB. Its limits are locked while a descent runs: a picture that gets darker between the lines &lt;i&gt;is&lt;/i&gt; sharper. The map of window lengths θ is logarithmic: long windows draw steady tones as thin lines, short ones place clicks in time. Hatching: no frame looked there.&lt;/p&gt;&lt;h3&gt;Steering&lt;/h3&gt;&lt;p&gt;&lt;b&gt;F5&lt;/b&gt; sharpens what is in view, or what is selected (tool &lt;b&gt;2&lt;/b&gt;). Hold &lt;b&gt;A&lt;/b&gt; for the classical STFT with the same limits, &lt;b&gt;D&lt;/b&gt; puts it beside, &lt;b&gt;Shift+D&lt;/b&gt; subtracts it. The slider below the panes holds every iteration; &lt;b&gt;B&lt;/b&gt; is the best.&lt;/p&gt;&lt;h3&gt;Mouse&lt;/h3&gt;&lt;p&gt;The wheel zooms time about the pointer, with Shift it pans, with Alt it zooms frequency; over an axis it zooms that axis. A left drag pans, selects or measures (tools &lt;b&gt;1&lt;/b&gt;, &lt;b&gt;2&lt;/b&gt;, &lt;b&gt;6&lt;/b&gt;); a middle drag pans; Shift and a drag zoom to the rectangle. A double click on an axis resets it; the ends of the colour bar can be dragged.&lt;/p&gt;&lt;p&gt;&lt;b&gt;F2&lt;/b&gt; lists every key.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Lesen&lt;/h3&gt;&lt;p&gt;Helligkeit ist Pegel, 20 log&lt;sub&gt;10&lt;/sub&gt;|S| in dB. Ihre Grenzen sind gesperrt, solange ein Abstieg läuft: Ein Bild, das zwischen den Linien dunkler wird, &lt;i&gt;ist&lt;/i&gt; schärfer. Die Karte der Fensterlängen θ ist logarithmisch: Lange Fenster zeichnen stehende Töne als dünne Linien, kurze legen Knackse in der Zeit fest. Schraffur: Dort hat kein Rahmen hingesehen.&lt;/p&gt;&lt;h3&gt;Steuern&lt;/h3&gt;&lt;p&gt;&lt;b&gt;F5&lt;/b&gt; schärft das Sichtbare oder das Ausgewählte (Werkzeug &lt;b&gt;2&lt;/b&gt;). &lt;b&gt;A&lt;/b&gt; halten zeigt die klassische STFT mit denselben Grenzen, &lt;b&gt;D&lt;/b&gt; stellt sie daneben, &lt;b&gt;Umschalt+D&lt;/b&gt; zieht sie ab. Der Schieber unter den Ansichten hält jede Iteration; &lt;b&gt;B&lt;/b&gt; ist die beste.&lt;/p&gt;&lt;h3&gt;Maus&lt;/h3&gt;&lt;p&gt;Das Rad vergrößert die Zeit um den Zeiger, mit Umschalt verschiebt es, mit Alt vergrößert es die Frequenz; über einer Achse nur diese. Ziehen mit links verschiebt, wählt oder misst (Werkzeuge &lt;b&gt;1&lt;/b&gt;, &lt;b&gt;2&lt;/b&gt;, &lt;b&gt;6&lt;/b&gt;); mit der Mitte verschiebt es; mit Umschalt vergrößert es auf das Rechteck. Ein Doppelklick auf eine Achse setzt sie zurück; die Enden der Farbskala lassen sich ziehen.&lt;/p&gt;&lt;p&gt;&lt;b&gt;F2&lt;/b&gt; nennt alle Tasten.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Too Much Memory</source>
        <translation>Zu viel Speicher</translation>
    </message>
    <message>
        <source>This descent would take about %1 of memory, more than the %2 that may be used.</source>
        <translation>Dieser Abstieg bräuchte etwa %1 Speicher, mehr als die %2, die er haben darf.</translation>
    </message>
    <message>
        <source>Each of these makes it fit. The limit is set in Edit &gt; Preferences.</source>
        <translation>Jeder dieser Wege genügt. Die Grenze steht unter Bearbeiten &gt; Voreinstellungen.</translation>
    </message>
    <message>
        <source>Only %1–%2 s</source>
        <translation>Nur %1–%2 s</translation>
    </message>
    <message>
        <source>Hop of %1</source>
        <translation>Hop %1</translation>
    </message>
    <message>
        <source>Single precision</source>
        <translation>Einfache Genauigkeit</translation>
    </message>
    <message>
        <source>Thetascope did not come to its end; the session of %1 can be brought back</source>
        <translation>Thetascope kam nicht zu seinem Ende; die Sitzung von %1 lässt sich zurückholen</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Copy Report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Versions, processor, settings and the latest run, for a bug report; without names of files</source>
        <translation>Versionen, Prozessor, Einstellungen und der letzte Lauf, für eine Fehlermeldung; ohne Dateinamen</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Rechne …</translation>
    </message>
    <message>
        <source>&lt;b&gt;cell&lt;/b&gt;</source>
        <translation>&lt;b&gt;Zelle&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;analytic&lt;/b&gt;</source>
        <translation>&lt;b&gt;analytisch&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;differences&lt;/b&gt;</source>
        <translation>&lt;b&gt;Differenzen&lt;/b&gt;</translation>
    </message>
    <message>
        <source>frame %1, bin %2</source>
        <translation>Rahmen %1, Bin %2</translation>
    </message>
    <message>
        <source>They agree</source>
        <translation>Sie stimmen überein</translation>
    </message>
    <message>
        <source>They do not agree</source>
        <translation>Sie stimmen nicht überein</translation>
    </message>
    <message>
        <source>Gradient check</source>
        <translation>Gradientenprüfung</translation>
    </message>
    <message>
        <source>&lt;p&gt;dL/d ln θ, the first at the cursor:&lt;/p&gt;&lt;table&gt;%1&lt;/table&gt;&lt;p&gt;%2: the largest relative error is %3, a right gradient with this window stays below %4.&lt;/p&gt;</source>
        <translation>&lt;p&gt;dL/d ln θ, zuerst am Zeiger:&lt;/p&gt;&lt;table&gt;%1&lt;/table&gt;&lt;p&gt;%2: Der größte relative Fehler ist %3, ein richtiger Gradient bleibt mit diesem Fenster unter %4.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>A large run</source>
        <translation>Ein großer Lauf</translation>
    </message>
    <message>
        <source>This descent takes %1. Start it?</source>
        <translation>Dieser Abstieg braucht %1. Beginnen?</translation>
    </message>
    <message>
        <source>A shorter region is sooner done: select one (tool 2), or zoom in. What it learns can be judged there first.</source>
        <translation>Ein kürzerer Bereich ist eher fertig: einen auswählen (Werkzeug 2) oder hineingehen. Was der Abstieg lernt, lässt sich dort zuerst beurteilen.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>A run that was left</source>
        <translation>Ein verlassener Lauf</translation>
    </message>
    <message>
        <source>Can&apos;t apply to the whole recording: %1</source>
        <translation>Anwenden auf die ganze Aufnahme geht nicht: %1</translation>
    </message>
    <message>
        <source>Open a recording first: the learned θ is applied to it.</source>
        <translation>Erst eine Aufnahme öffnen: Das gelernte θ wird auf sie angewendet.</translation>
    </message>
    <message>
        <source>the mean of all channels</source>
        <translation>das Mittel aller Kanäle</translation>
    </message>
    <message>
        <source>channel %1 alone</source>
        <translation>Kanal %1 allein</translation>
    </message>
</context>
<context>
    <name>thetascope::DisplayPanel</name>
    <message>
        <source>Ceiling</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>Level drawn in the last colour, 20 log10 magnitude ({ and })</source>
        <translation>Pegel der letzten Farbe, 20 log10 des Betrags ({ und })</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Untergrenze</translation>
    </message>
    <message>
        <source>Level drawn in the first colour, 20 log10 magnitude ([ and ])</source>
        <translation>Pegel der ersten Farbe, 20 log10 des Betrags ([ und ])</translation>
    </message>
    <message>
        <source>Fit to view</source>
        <translation>An Ansicht anpassen</translation>
    </message>
    <message>
        <source>Ceiling: the loudest cell in view; floor: 80 dB below</source>
        <translation>Obergrenze: die lauteste sichtbare Zelle; Untergrenze: 80 dB darunter</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Lightness rises with the level in every map (P: the next)</source>
        <translation>In jeder Skala steigt die Helligkeit mit dem Pegel (P: die nächste)</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Frequenz</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>weich</translation>
    </message>
    <message>
        <source>crisp</source>
        <translation>scharf</translation>
    </message>
    <message>
        <source>How cells larger than a pixel are drawn</source>
        <translation>Wie Zellen gezeichnet werden, die größer als ein Pixel sind</translation>
    </message>
    <message>
        <source>Window length in</source>
        <translation>Fensterlänge in</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Abtastwerten</translation>
    </message>
    <message>
        <source>milliseconds</source>
        <translation>Millisekunden</translation>
    </message>
    <message>
        <source>bandwidth, Hz</source>
        <translation>Bandbreite, Hz</translation>
    </message>
    <message>
        <source>Unit of theta: its length, or 2 fs / theta, the width of a Hann window&apos;s main lobe</source>
        <translation>Einheit von Theta: seine Länge, oder 2 fs / Theta, die Breite der Hauptkeule eines Hann-Fensters</translation>
    </message>
    <message>
        <source>Overlays</source>
        <translation>Überlagerungen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>frames and windows</source>
        <translation>Rahmen und Fenster</translation>
    </message>
    <message>
        <source>Ticks at the frames&apos; centres, bars as long as their windows (0, 9, 8)</source>
        <translation>Marken in den Rahmenmitten, Balken so lang wie ihre Fenster (0, 9, 8)</translation>
    </message>
    <message>
        <source>Limits stay as they are while a descent runs: limits that follow the picture would fake sharpening. They can still be typed.</source>
        <translation>Die Grenzen bleiben während eines Abstiegs, wie sie sind: Grenzen, die dem Bild folgen, würden Schärfe vortäuschen. Eintippen lassen sie sich weiterhin.</translation>
    </message>
    <message>
        <source>Locked while a descent runs</source>
        <translation>Gesperrt, solange ein Abstieg läuft</translation>
    </message>
    <message>
        <source>Scale of the frequency axis: linear in Hz, in octaves, as pitch is heard (mel), in critical bands (Bark), in rectangular bandwidths (ERB), or in notes</source>
        <translation>Skala der Frequenzachse: linear in Hz, in Oktaven, wie Tonhöhe gehört wird (mel), in Frequenzgruppen (Bark), in Rechteckbandbreiten (ERB) oder in Noten</translation>
    </message>
</context>
<context>
    <name>thetascope::ExportController</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>there is no picture to save yet; open a recording</source>
        <translation>es gibt noch kein Bild zu speichern; eine Aufnahme öffnen</translation>
    </message>
    <message>
        <source>The picture is in %1</source>
        <translation>Das Bild liegt in %1</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>The picture is on the clipboard</source>
        <translation>Das Bild liegt in der Zwischenablage</translation>
    </message>
    <message>
        <source>there are no numbers to write yet; sharpen first</source>
        <translation>es gibt noch keine Zahlen zu schreiben; erst schärfen</translation>
    </message>
    <message>
        <source>The numbers are in %1</source>
        <translation>Die Zahlen liegen in %1</translation>
    </message>
    <message>
        <source>there are no frames to write yet; come closer, or sharpen</source>
        <translation>es gibt noch keine Rahmen zu schreiben; näher herangehen oder schärfen</translation>
    </message>
    <message>
        <source>The layer is in %1</source>
        <translation>Die Ebene liegt in %1</translation>
    </message>
    <message>
        <source>there is no run to show; sharpen first</source>
        <translation>es gibt keinen Lauf zu zeigen; erst schärfen</translation>
    </message>
    <message>
        <source>the descent</source>
        <translation>der Abstieg</translation>
    </message>
    <message>
        <source>The animation is in %1; browsers play it</source>
        <translation>Die Animation liegt in %1; Browser spielen sie ab</translation>
    </message>
    <message>
        <source>Export Picture</source>
        <translation>Bild exportieren</translation>
    </message>
    <message>
        <source>Export Numbers: Where to Make the Folder of Results</source>
        <translation>Zahlen exportieren: wo der Ordner der Ergebnisse entsteht</translation>
    </message>
    <message>
        <source>Export NumPy Archive</source>
        <translation>NumPy-Archiv exportieren</translation>
    </message>
    <message>
        <source>NumPy archive (*.npz)</source>
        <translation>NumPy-Archiv (*.npz)</translation>
    </message>
    <message>
        <source>Frames as instants (*.csv)</source>
        <translation>Rahmen als Zeitpunkte (*.csv)</translation>
    </message>
    <message>
        <source>Windows as regions (*.csv)</source>
        <translation>Fenster als Bereiche (*.csv)</translation>
    </message>
    <message>
        <source>Levels as a grid (*.csv)</source>
        <translation>Pegel als Gitter (*.csv)</translation>
    </message>
    <message>
        <source>Export Layer for Sonic Visualiser</source>
        <translation>Ebene für Sonic Visualiser exportieren</translation>
    </message>
    <message>
        <source>Export Animation</source>
        <translation>Animation exportieren</translation>
    </message>
    <message>
        <source>Animated PNG (*.png *.apng)</source>
        <translation>Animiertes PNG (*.png *.apng)</translation>
    </message>
    <message>
        <source>Export Sound</source>
        <translation>Klang exportieren</translation>
    </message>
    <message>
        <source>WAV (*.wav)</source>
        <translation>WAV (*.wav)</translation>
    </message>
    <message>
        <source>the descent is still going: stop it, then write its numbers</source>
        <translation>der Abstieg läuft noch: anhalten, dann seine Zahlen schreiben</translation>
    </message>
    <message>
        <source>The start, before any descent</source>
        <translation>Der Anfang, vor jedem Abstieg</translation>
    </message>
    <message>
        <source>no frame or no bin lies within the selection; select more</source>
        <translation>kein Rahmen oder keine Frequenz liegt in der Auswahl; mehr auswählen</translation>
    </message>
    <message>
        <source>the selection: %1 frames, bins %2 to %3, %4 to %5 Hz</source>
        <translation>die Auswahl: %1 Rahmen, Bins %2 bis %3, %4 bis %5 Hz</translation>
    </message>
    <message>
        <source>The selection alone (*.npz)</source>
        <translation>Nur die Auswahl (*.npz)</translation>
    </message>
    <message>
        <source>Frames selected, as instants (*.csv)</source>
        <translation>Ausgewählte Rahmen als Zeitpunkte (*.csv)</translation>
    </message>
    <message>
        <source>Windows selected, as regions (*.csv)</source>
        <translation>Ausgewählte Fenster als Bereiche (*.csv)</translation>
    </message>
    <message>
        <source>Levels selected, as a grid (*.csv)</source>
        <translation>Ausgewählte Pegel als Gitter (*.csv)</translation>
    </message>
    <message>
        <source>Replace It?</source>
        <translation>Ersetzen?</translation>
    </message>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation>%1 ist schon da. Ersetzen?</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>SVG (*.svg)</source>
        <translation>SVG (*.svg)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>thetascope::FileController</name>
    <message>
        <source>Open a Recording</source>
        <translation>Eine Aufnahme öffnen</translation>
    </message>
    <message>
        <source>Recordings and sessions (*.thetascope %1);;All files (*)</source>
        <translation>Aufnahmen und Sitzungen (*.thetascope %1);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>thetascope::Gauges</name>
    <message>
        <source>Objective</source>
        <translation>Zielfunktion</translation>
    </message>
    <message>
        <source>What the descent makes small: the weighted sum of the terms</source>
        <translation>Was der Abstieg klein macht: die gewichtete Summe der Terme</translation>
    </message>
    <message>
        <source>Entropy / ln TF</source>
        <translation>Entropie / ln TF</translation>
    </message>
    <message>
        <source>Effective cells</source>
        <translation>Wirksame Zellen</translation>
    </message>
    <message>
        <source>exp(H): how many equal cells would have the same entropy</source>
        <translation>exp(H): wie viele gleiche Zellen dieselbe Entropie hätten</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation>Rekonstruktion</translation>
    </message>
    <message>
        <source>At a bound</source>
        <translation>An einer Schranke</translation>
    </message>
    <message>
        <source>Window lengths that rest on the shortest or longest allowed</source>
        <translation>Fensterlängen, die an der kürzesten oder längsten erlaubten liegen</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Gradientennorm</translation>
    </message>
    <message>
        <source>Euclidean norm of the gradient, in the optimiser&apos;s own variables</source>
        <translation>Euklidische Norm des Gradienten, in den Variablen des Optimierers</translation>
    </message>
    <message>
        <source>ms / iteration</source>
        <translation>ms / Iteration</translation>
    </message>
    <message>
        <source>Computing time of one iteration</source>
        <translation>Rechenzeit einer Iteration</translation>
    </message>
    <message>
        <source>Iterations / s</source>
        <translation>Iterationen / s</translation>
    </message>
    <message>
        <source>As they come, pictures and all</source>
        <translation>Wie sie kommen, samt Bildern</translation>
    </message>
    <message>
        <source>Live numbers of the descent</source>
        <translation>Laufende Zahlen des Abstiegs</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
    <message>
        <source>The term&apos;s own value, before its weight</source>
        <translation>Der Wert des Terms selbst, vor seinem Gewicht</translation>
    </message>
    <message>
        <source>%1, weight %2</source>
        <translation>%1, Gewicht %2</translation>
    </message>
    <message>
        <source>Normalised entropy H / ln(T F), H = −Σ p ln p, p = |S| / Σ|S|: 0 when one cell holds everything, 1 when all are alike</source>
        <translation>Normierte Entropie H / ln(T F), H = −Σ p ln p, p = |S| / Σ|S|: 0, wenn eine Zelle alles hält, 1, wenn alle gleich sind</translation>
    </message>
    <message>
        <source>Kurtosis</source>
        <translation>Kurtosis</translation>
    </message>
    <message>
        <source>Mean over the frames of mean |S|⁴ / (mean |S|²)²: 1 when all bins are alike, F when one holds all</source>
        <translation>Mittel über die Rahmen von Mittel |S|⁴ / (Mittel |S|²)²: 1, wenn alle Frequenzen gleich sind, F, wenn eine alles hält</translation>
    </message>
    <message>
        <source>Share of the signal that at least one window sees: |union of [c − θ/2, c + θ/2]| / M</source>
        <translation>Anteil des Signals, den wenigstens ein Fenster sieht: |Vereinigung der [c − θ/2, c + θ/2]| / M</translation>
    </message>
    <message>
        <source>Signal to error to expect of the inverse transform, 20 lg |x| / |x - x&apos;|, in the precision of the settings. Where theta varies along frequency the inverse is an iteration of seconds per second of sound, made when asked for.</source>
        <translation>Abstand von Signal zu Fehler, der von der inversen Transformation zu erwarten ist, 20 lg |x| / |x - x&apos;|, in der Genauigkeit der Einstellungen. Wo theta über die Frequenz variiert, ist die Inverse eine Iteration von Sekunden je Sekunde Klang, die auf Wunsch läuft.</translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>wird gemessen …</translation>
    </message>
    <message>
        <source>measure</source>
        <translation>messen</translation>
    </message>
</context>
<context>
    <name>thetascope::GradientController</name>
    <message>
        <source>There is no gradient to check yet: zoom in until the picture is no overview</source>
        <translation>Noch kein Gradient zu prüfen: hineingehen, bis das Bild keine Übersicht mehr ist</translation>
    </message>
</context>
<context>
    <name>thetascope::HintController</name>
    <message>
        <source>To begin: press Sharpen (F5) and watch the window lengths settle.</source>
        <translation>Zu Beginn: „Schärfen“ (F5) drücken und zusehen, wie sich die Fensterlängen einstellen.</translation>
    </message>
    <message>
        <source>Hold A: the classical STFT with the same limits, to compare.</source>
        <translation>A halten: die klassische STFT mit denselben Grenzen, zum Vergleich.</translation>
    </message>
    <message>
        <source>Drag the slider below the panes: every iteration is there. B is the best.</source>
        <translation>Den Schieber unter den Ansichten ziehen: Jede Iteration ist da. B ist die beste.</translation>
    </message>
</context>
<context>
    <name>thetascope::HistoryBar</name>
    <message>
        <source>Iteration</source>
        <translation>Iteration</translation>
    </message>
    <message>
        <source>Every iteration of the run; the green mark is the best</source>
        <translation>Jede Iteration des Laufs; die grüne Marke ist die beste</translation>
    </message>
    <message>
        <source>First iteration</source>
        <translation>Erste Iteration</translation>
    </message>
    <message>
        <source>Previous iteration</source>
        <translation>Vorige Iteration</translation>
    </message>
    <message>
        <source>Previous iteration (,)</source>
        <translation>Vorige Iteration (,)</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Play the descent</source>
        <translation>Den Abstieg abspielen</translation>
    </message>
    <message>
        <source>Next iteration</source>
        <translation>Nächste Iteration</translation>
    </message>
    <message>
        <source>Next iteration (.)</source>
        <translation>Nächste Iteration (.)</translation>
    </message>
    <message>
        <source>Newest iteration</source>
        <translation>Neueste Iteration</translation>
    </message>
    <message>
        <source>Newest iteration, and keep to it (Shift+B)</source>
        <translation>Neueste Iteration, und dabei bleiben (Umschalt+B)</translation>
    </message>
    <message>
        <source>Best iteration</source>
        <translation>Beste Iteration</translation>
    </message>
    <message>
        <source>Best iteration (B)</source>
        <translation>Beste Iteration (B)</translation>
    </message>
    <message>
        <source>iteration %1 / %2</source>
        <translation>Iteration %1 / %2</translation>
    </message>
    <message>
        <source>, best %1</source>
        <translation>, beste %1</translation>
    </message>
    <message>
        <source>no run yet</source>
        <translation>noch kein Lauf</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
</context>
<context>
    <name>thetascope::HistoryController</name>
    <message>
        <source>%1 (the nearest kept to %2)</source>
        <translation>%1 (die nächste behaltene zu %2)</translation>
    </message>
</context>
<context>
    <name>thetascope::KeysDialog</name>
    <message>
        <source>Keys and Mouse</source>
        <translation>Tasten und Maus</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Maus</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>zoom time about the pointer</source>
        <translation>Zeit um den Zeiger zoomen</translation>
    </message>
    <message>
        <source>Shift+wheel</source>
        <translation>Umschalt+Rad</translation>
    </message>
    <message>
        <source>pan</source>
        <translation>verschieben</translation>
    </message>
    <message>
        <source>Alt+wheel</source>
        <translation>Alt+Rad</translation>
    </message>
    <message>
        <source>zoom frequency</source>
        <translation>Frequenz zoomen</translation>
    </message>
    <message>
        <source>Wheel on an axis</source>
        <translation>Rad auf einer Achse</translation>
    </message>
    <message>
        <source>zoom that axis</source>
        <translation>diese Achse zoomen</translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>Links ziehen</translation>
    </message>
    <message>
        <source>pan, select or measure, by tool</source>
        <translation>verschieben, auswählen oder messen, je nach Werkzeug</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>Mitte ziehen</translation>
    </message>
    <message>
        <source>Shift+drag</source>
        <translation>Umschalt+Ziehen</translation>
    </message>
    <message>
        <source>navigating: zoom to the rectangle; else: not bound to frames and bins</source>
        <translation>beim Navigieren: auf das Rechteck zoomen; sonst: nicht an Rahmen und Bins gebunden</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klick</translation>
    </message>
    <message>
        <source>where playing begins; in the loss curve: show that iteration</source>
        <translation>wo die Wiedergabe beginnt; in der Verlustkurve: diese Iteration zeigen</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>on an axis: all of it</source>
        <translation>auf eine Achse: alles</translation>
    </message>
    <message>
        <source>Colour bar</source>
        <translation>Farbskala</translation>
    </message>
    <message>
        <source>drag its ends: the levels</source>
        <translation>ihre Enden ziehen: die Pegel</translation>
    </message>
    <message>
        <source>Overview strip</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>drag the frame or its sides: what is in view</source>
        <translation>den Rahmen oder seine Seiten ziehen: was zu sehen ist</translation>
    </message>
</context>
<context>
    <name>thetascope::LandscapeController</name>
    <message>
        <source>Zoom in until the picture is no overview</source>
        <translation>Hineingehen, bis das Bild keine Übersicht mehr ist</translation>
    </message>
</context>
<context>
    <name>thetascope::LandscapeView</name>
    <message>
        <source>What the grid search and the descent found</source>
        <translation>Was die Gittersuche und der Abstieg gefunden haben</translation>
    </message>
    <message>
        <source>&amp;Search the grid</source>
        <translation>Gitter ab&amp;suchen</translation>
    </message>
    <message>
        <source>Evaluates the objective at window lengths from the shortest to the longest, one transform each: the grid search that a descent on a shared window length replaces</source>
        <translation>Wertet die Zielfunktion bei Fensterlängen von der kürzesten bis zur längsten aus, je eine Transformation: die Gittersuche, die ein Abstieg auf einer gemeinsamen Fensterlänge ersetzt</translation>
    </message>
    <message>
        <source>Landscape of the objective over the window length</source>
        <translation>Landschaft der Zielfunktion über der Fensterlänge</translation>
    </message>
    <message>
        <source>θ (samples)</source>
        <translation>θ (Abtastwerte)</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Zielfunktion</translation>
    </message>
    <message>
        <source>Grid: %1 at θ = %2, %3 transforms</source>
        <translation>Gitter: %1 bei θ = %2, %3 Transformationen</translation>
    </message>
    <message>
        <source>Descent: %1 at θ = %2, %3 transforms</source>
        <translation>Abstieg: %1 bei θ = %2, %3 Transformationen</translation>
    </message>
    <message>
        <source>The objective over one window length for all cells</source>
        <translation>Die Zielfunktion über einer Fensterlänge für alle Zellen</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche …</translation>
    </message>
</context>
<context>
    <name>thetascope::LossPlot</name>
    <message>
        <source>Loss curve</source>
        <translation>Verlustkurve</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>Iteration</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Zielfunktion</translation>
    </message>
    <message>
        <source>Terms, own range</source>
        <translation>Terme, je eigener Bereich</translation>
    </message>
    <message>
        <source>Objective above lowest</source>
        <translation>Zielfunktion über dem Minimum</translation>
    </message>
</context>
<context>
    <name>thetascope::LossView</name>
    <message>
        <source>Objective and terms</source>
        <translation>Zielfunktion und Terme</translation>
    </message>
    <message>
        <source>log x</source>
        <translation>log x</translation>
    </message>
    <message>
        <source>log y</source>
        <translation>log y</translation>
    </message>
    <message>
        <source>Logarithmic iterations</source>
        <translation>Iterationen logarithmisch</translation>
    </message>
    <message>
        <source>Logarithmic objective; where it is not positive, of its distance above its lowest</source>
        <translation>Zielfunktion logarithmisch; wo sie nicht positiv ist, ihr Abstand vom Minimum</translation>
    </message>
    <message>
        <source>objective %1</source>
        <translation>Zielfunktion %1</translation>
    </message>
    <message>
        <source>best %1 at %2</source>
        <translation>beste %1 bei %2</translation>
    </message>
    <message>
        <source>The objective and its terms, once a descent runs</source>
        <translation>Die Zielfunktion und ihre Terme, sobald ein Abstieg läuft</translation>
    </message>
</context>
<context>
    <name>thetascope::MainWindow</name>
    <message>
        <source>Window length θ</source>
        <translation>Fensterlänge θ</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Gauges</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Tafeln</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Schnitt</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>L(θ)</source>
        <translation>L(θ)</translation>
    </message>
    <message>
        <source>Adaptive spectrogram</source>
        <translation>Adaptives Spektrogramm</translation>
    </message>
    <message>
        <source>Classical STFT</source>
        <translation>Klassische STFT</translation>
    </message>
    <message>
        <source>Loss curve</source>
        <translation>Verlustkurve</translation>
    </message>
    <message>
        <source>History of the run</source>
        <translation>Verlauf des Laufs</translation>
    </message>
</context>
<context>
    <name>thetascope::MapPlottable</name>
    <message>
        <source>Not enough memory to draw this; it is tried again every second</source>
        <translation>Nicht genug Speicher, um dies zu zeichnen; jede Sekunde wird es neu versucht</translation>
    </message>
</context>
<context>
    <name>thetascope::MessageBar</name>
    <message>
        <source>Dismiss the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>thetascope::NumberBox</name>
    <message>
        <source>auto (%1)</source>
        <translation>auto (%1)</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>muss eine Zahl sein</translation>
    </message>
</context>
<context>
    <name>thetascope::ObjectiveEditor</name>
    <message>
        <source>Objective</source>
        <translation>Zielfunktion</translation>
    </message>
    <message>
        <source>e.g. entropy+0.001*smoothness</source>
        <translation>z. B. entropy+0.001*smoothness</translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>Gewicht von %1</translation>
    </message>
    <message>
        <source>needs at least one term</source>
        <translation>braucht mindestens einen Term</translation>
    </message>
</context>
<context>
    <name>thetascope::OverviewStrip</name>
    <message>
        <source>Overview of the recording</source>
        <translation>Übersicht der Aufnahme</translation>
    </message>
    <message>
        <source>The whole recording; the frame is what is in view. Arrow keys move and zoom it</source>
        <translation>Die ganze Aufnahme; der Kasten ist das Sichtbare. Pfeiltasten verschieben und vergrößern ihn</translation>
    </message>
    <message>
        <source>The whole recording. Drag the frame, or its sides; double click to show everything</source>
        <translation>Die ganze Aufnahme. Den Kasten oder seine Seiten ziehen; Doppelklick zeigt alles</translation>
    </message>
</context>
<context>
    <name>thetascope::PictureController</name>
    <message>
        <source>%1 samples = %2 ms</source>
        <translation>%1 Abtastwerte = %2 ms</translation>
    </message>
    <message>
        <source>Classical STFT, window %1</source>
        <translation>Klassische STFT, Fenster %1</translation>
    </message>
    <message>
        <source>Start: every window %1</source>
        <translation>Anfang: jedes Fenster %1</translation>
    </message>
    <message>
        <source>Overview: loudest of all frames under a pixel</source>
        <translation>Übersicht: der lauteste aller Rahmen unter einem Pixel</translation>
    </message>
    <message>
        <source>Overview, being refined…</source>
        <translation>Übersicht, wird verfeinert …</translation>
    </message>
    <message>
        <source>%1, minus classical</source>
        <translation>%1, minus klassische</translation>
    </message>
    <message>
        <source>Start: window lengths as learned</source>
        <translation>Anfang: Fensterlängen wie gelernt</translation>
    </message>
</context>
<context>
    <name>thetascope::PictureDialog</name>
    <message>
        <source>Export Picture</source>
        <translation>Bild exportieren</translation>
    </message>
    <message>
        <source>What is in view</source>
        <translation>Das Sichtbare</translation>
    </message>
    <message>
        <source>Everything analysed</source>
        <translation>Alles Analysierte</translation>
    </message>
    <message>
        <source>The selection</source>
        <translation>Die Auswahl</translation>
    </message>
    <message>
        <source> ×</source>
        <translation> ×</translation>
    </message>
    <message>
        <source>Pixels of a PNG: 1600 × 900 times this. SVG and PDF are as fine as can be.</source>
        <translation>Pixel eines PNG: 1600 × 900 mal diesem. SVG und PDF sind so fein wie möglich.</translation>
    </message>
    <message>
        <source>&amp;Axes, colour bar and caption</source>
        <translation>&amp;Achsen, Farbskala und Titel</translation>
    </message>
    <message>
        <source>On a &amp;dark background</source>
        <translation>Auf &amp;dunklem Grund</translation>
    </message>
    <message>
        <source>&amp;Part:</source>
        <translation>&amp;Teil:</translation>
    </message>
    <message>
        <source>&amp;Size:</source>
        <translation>&amp;Größe:</translation>
    </message>
</context>
<context>
    <name>thetascope::PlaybackController</name>
    <message>
        <source>There is nothing to play there; choose a stretch of the recording</source>
        <translation>Dort gibt es nichts abzuspielen; ein Stück der Aufnahme wählen</translation>
    </message>
</context>
<context>
    <name>thetascope::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Voreinstellungen</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>&amp;Thema:</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Colour map of new windows:</source>
        <translation>&amp;Farbskala neuer Fenster:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Sprache:</translation>
    </message>
    <message>
        <source>Used from the next start on</source>
        <translation>Gilt ab dem nächsten Start</translation>
    </message>
    <message>
        <source>Te&amp;xt size:</source>
        <translation>Te&amp;xtgröße:</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Compute t&amp;hreads:</source>
        <translation>&amp;Rechenfäden:</translation>
    </message>
    <message>
        <source>all processors but one</source>
        <translation>alle Prozessoren bis auf einen</translation>
    </message>
    <message>
        <source>Memory for a run&apos;s &amp;history:</source>
        <translation>Speicher für den &amp;Verlauf eines Laufs:</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Of a run that needs more, the first, the best, the last and a log-spaced choice of iterations are kept</source>
        <translation>Von einem Lauf, der mehr braucht, bleiben die erste, die beste, die letzte und eine logarithmische Auswahl der Iterationen</translation>
    </message>
    <message>
        <source>&amp;Memory for the program:</source>
        <translation>&amp;Speicher für das Programm:</translation>
    </message>
    <message>
        <source>most of what is free</source>
        <translation>das meiste des freien</translation>
    </message>
    <message>
        <source>A run that would take more is refused before it begins, and told what would fit</source>
        <translation>Ein Lauf, der mehr bräuchte, wird vor dem Beginn abgelehnt, mit dem, was passen würde</translation>
    </message>
    <message>
        <source>&amp;Steps of Shift+F10:</source>
        <translation>&amp;Schritte von Umschalt+F10:</translation>
    </message>
</context>
<context>
    <name>thetascope::QuickSettings</name>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>All settings at once, for a kind of sound</source>
        <translation>Alle Einstellungen auf einmal, für eine Art von Klang</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Zielfunktion</translation>
    </message>
    <message>
        <source>What the descent makes small; any sum of terms can be typed in the settings</source>
        <translation>Was der Abstieg klein macht; jede Summe von Termen lässt sich in den Einstellungen eingeben</translation>
    </message>
    <message>
        <source>Window length varies</source>
        <translation>Fensterlänge variiert</translation>
    </message>
    <message>
        <source>The axes along which the window length varies</source>
        <translation>Die Achsen, entlang deren die Fensterlänge variiert</translation>
    </message>
    <message>
        <source>custom</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>As in the preset %1</source>
        <translation>Wie in der Voreinstellung %1</translation>
    </message>
    <message>
        <source>Fixed while a descent runs; stop it first</source>
        <translation>Fest, solange ein Abstieg läuft; ihn erst anhalten</translation>
    </message>
</context>
<context>
    <name>thetascope::ReadoutLabel</name>
    <message>
        <source>Values under the cursor</source>
        <translation>Werte unter dem Zeiger</translation>
    </message>
    <message>
        <source>Point at the picture to read its values</source>
        <translation>Auf das Bild zeigen, um seine Werte zu lesen</translation>
    </message>
</context>
<context>
    <name>thetascope::RunController</name>
    <message>
        <source>not enough memory to begin</source>
        <translation>nicht genug Speicher, um zu beginnen</translation>
    </message>
</context>
<context>
    <name>thetascope::RunList</name>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>%1; N = %2, hop %3, normalised by %4</source>
        <translation>%1; N = %2, Hop %3, Normierung %4</translation>
    </message>
</context>
<context>
    <name>thetascope::RunsPanel</name>
    <message>
        <source>Not to be compared with the run on screen: another objective, or other frames or bins</source>
        <translation>Nicht mit dem gezeigten Lauf vergleichbar: andere Zielfunktion oder andere Rahmen oder Bins</translation>
    </message>
    <message>
        <source>Every run is kept here: its curve, its settings and its result.</source>
        <translation>Jeder Lauf wird hier aufgehoben: seine Kurve, seine Einstellungen und sein Ergebnis.</translation>
    </message>
    <message>
        <source>&amp;Show again</source>
        <translation>&amp;Wieder zeigen</translation>
    </message>
    <message>
        <source>Brings back the run selected, with its settings, its curve and its pictures</source>
        <translation>Holt den ausgewählten Lauf zurück, mit seinen Einstellungen, seiner Kurve und seinen Bildern</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Forgets the run selected</source>
        <translation>Vergisst den ausgewählten Lauf</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Bestes</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>θ</source>
        <translation>θ</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Tick a run to draw its curve; select several to compare their settings</source>
        <translation>Einen Lauf ankreuzen, um seine Kurve zu zeichnen; mehrere auswählen, um ihre Einstellungen zu vergleichen</translation>
    </message>
    <message>
        <source>Settings in which the runs selected differ</source>
        <translation>Einstellungen, in denen sich die ausgewählten Läufe unterscheiden</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>on screen</source>
        <translation>angezeigt</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>All settings are the same</source>
        <translation>Alle Einstellungen sind gleich</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Zielfunktion</translation>
    </message>
    <message>
        <source>On one grid</source>
        <translation>Auf einem Raster</translation>
    </message>
    <message>
        <source>The lowest value of the run&apos;s own objective, on its own frames</source>
        <translation>Der kleinste Wert der eigenen Zielfunktion des Laufs, auf seinen eigenen Rahmen</translation>
    </message>
    <message>
        <source>Its window lengths vary in time and don&apos;t reach over the region of the run on screen</source>
        <translation>Seine Fensterlängen variieren in der Zeit und reichen nicht über den Bereich des gezeigten Laufs</translation>
    </message>
    <message>
        <source>All runs&apos; window lengths carried to the frames and bins of the run on screen, judged by its objective: %1</source>
        <translation>Die Fensterlängen aller Läufe auf die Rahmen und Bins des gezeigten Laufs übertragen und nach dessen Zielfunktion beurteilt: %1</translation>
    </message>
</context>
<context>
    <name>thetascope::SessionController</name>
    <message>
        <source>%1: its recording isn&apos;t at %2 any more; find it, or put it beside the session</source>
        <translation>%1: Die Aufnahme liegt nicht mehr in %2; sie suchen, oder neben die Sitzung legen</translation>
    </message>
    <message>
        <source>The Recording Has Moved</source>
        <translation>Die Aufnahme wurde verschoben</translation>
    </message>
    <message>
        <source>Find It…</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Where Is %1?</source>
        <translation>Wo ist %1?</translation>
    </message>
    <message>
        <source>There is no session to save yet; open a recording</source>
        <translation>Es gibt noch keine Sitzung zu speichern; eine Aufnahme öffnen</translation>
    </message>
    <message>
        <source>Save Session</source>
        <translation>Sitzung speichern</translation>
    </message>
    <message>
        <source>Thetascope sessions (*.thetascope)</source>
        <translation>Thetascope-Sitzungen (*.thetascope)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1[*] — Thetascope</source>
        <translation>%1[*] — Thetascope</translation>
    </message>
    <message>
        <source>Save the Session?</source>
        <translation>Sitzung speichern?</translation>
    </message>
    <message>
        <source>%1 has changes that are not saved.</source>
        <translation>%1 hat Änderungen, die nicht gespeichert sind.</translation>
    </message>
</context>
<context>
    <name>thetascope::SettingsPanel</name>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>Transformation</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Zielfunktion</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>Fixed while a descent runs. Stop or reset it to change this.</source>
        <translation>Fest, solange ein Abstieg läuft. Zum Ändern anhalten oder zurücksetzen.</translation>
    </message>
    <message>
        <source>A descent is running: what stays enabled takes effect at its next iteration.</source>
        <translation>Ein Abstieg läuft: Was bedienbar bleibt, wirkt ab der nächsten Iteration.</translation>
    </message>
</context>
<context>
    <name>thetascope::SliceController</name>
    <message>
        <source>Frame %1 at %2 s; window of %3 ms</source>
        <translation>Rahmen %1 bei %2 s; Fenster von %3 ms</translation>
    </message>
</context>
<context>
    <name>thetascope::SliceView</name>
    <message>
        <source>Spectrum slice</source>
        <translation>Spektrumschnitt</translation>
    </message>
    <message>
        <source>Level (dB)</source>
        <translation>Pegel (dB)</translation>
    </message>
    <message>
        <source>Point at the spectrogram</source>
        <translation>Auf das Spektrogramm zeigen</translation>
    </message>
</context>
<context>
    <name>thetascope::SpectrogramView</name>
    <message>
        <source>Spectrogram</source>
        <translation>Spektrogramm</translation>
    </message>
    <message>
        <source>Level (dB)</source>
        <translation>Pegel (dB)</translation>
    </message>
    <message>
        <source>%1 frames from %2 s to %3 s, %4 bins up to %5 Hz.</source>
        <translation>%1 Rahmen von %2 s bis %3 s, %4 Frequenzen bis %5 Hz.</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>Noch nichts zu zeigen.</translation>
    </message>
    <message>
        <source>Adaptive − classical (dB)</source>
        <translation>Adaptiv − klassisch (dB)</translation>
    </message>
</context>
<context>
    <name>thetascope::StatusController</name>
    <message>
        <source>iteration %1 of at most %2</source>
        <translation>Iteration %1 von höchstens %2</translation>
    </message>
    <message>
        <source>Open a recording, or drop one here</source>
        <translation>Eine Aufnahme öffnen oder hierher ziehen</translation>
    </message>
    <message>
        <source>Can&apos;t sharpen: %1 %2</source>
        <translation>Schärfen geht nicht: %1 %2</translation>
    </message>
    <message>
        <source>Ready to sharpen %1</source>
        <translation>Bereit zu schärfen: %1</translation>
    </message>
    <message>
        <source>Sharpening: %1</source>
        <translation>Schärfe: %1</translation>
    </message>
    <message>
        <source>Sharpen would now take %1. %2</source>
        <translation>Schärfen nähme jetzt %1. %2</translation>
    </message>
    <message>
        <source>Pausing after the iteration in progress</source>
        <translation>Halte nach der laufenden Iteration an</translation>
    </message>
    <message>
        <source>Paused at %1</source>
        <translation>Angehalten bei %1</translation>
    </message>
    <message>
        <source>Stopping after the iteration in progress</source>
        <translation>Ende nach der laufenden Iteration</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Sharpen</source>
        <translation>Schärfen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>thetascope::TaskThread</name>
    <message>
        <source>not enough memory for this; choose a shorter region or a longer hop</source>
        <translation>nicht genug Speicher dafür; einen kürzeren Bereich oder größeren Hop wählen</translation>
    </message>
    <message>
        <source>an unknown error; please report it</source>
        <translation>ein unbekannter Fehler; bitte melden</translation>
    </message>
</context>
<context>
    <name>thetascope::ThetaView</name>
    <message>
        <source>Window length</source>
        <translation>Fensterlänge</translation>
    </message>
    <message>
        <source>The window length over time and frequency, on a logarithmic scale between its bounds.</source>
        <translation>Die Fensterlänge über Zeit und Frequenz, logarithmisch zwischen ihren Schranken.</translation>
    </message>
</context>
<context>
    <name>thetascope::TrainForm</name>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>A: 8 bins</source>
        <translation>A: 8 Bins</translation>
    </message>
    <message>
        <source>B: 16 bins</source>
        <translation>B: 16 Bins</translation>
    </message>
    <message>
        <source>As in the paper</source>
        <translation>Wie in der Veröffentlichung</translation>
    </message>
    <message>
        <source>The better classifier</source>
        <translation>Der bessere Klassifikator</translation>
    </message>
    <message>
        <source>A: as in the paper; B: the better classifier</source>
        <translation>A: wie in der Veröffentlichung; B: der bessere Klassifikator</translation>
    </message>
</context>
<context>
    <name>thetascope::TrainingPlot</name>
    <message>
        <source>Training loss (nats)</source>
        <translation>Trainingsverlust (nat)</translation>
    </message>
    <message>
        <source>Validation loss (nats)</source>
        <translation>Validierungsverlust (nat)</translation>
    </message>
    <message>
        <source>θ (samples)</source>
        <translation>θ (Abtastwerte)</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
</context>
<context>
    <name>thetascope::TrainingWindow</name>
    <message>
        <source>Train — Thetascope</source>
        <translation>Trainieren — Thetascope</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>Ordner öffnen …</translation>
    </message>
    <message>
        <source>Recordings in a sub-folder per label, or named LABEL_NAME_NUMBER.wav</source>
        <translation>Aufnahmen in einem Unterordner je Klasse, oder benannt KLASSE_NAME_NUMMER.wav</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Learn θ and the network together; again to pause</source>
        <translation>θ und das Netz zusammen lernen; noch einmal: anhalten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>End the training with its best model</source>
        <translation>Das Training mit seinem besten Modell beenden</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Weiterführen</translation>
    </message>
    <message>
        <source>Go on with the training that was stopped</source>
        <translation>Das beendete Training weiterführen</translation>
    </message>
    <message>
        <source>Save Model…</source>
        <translation>Modell speichern …</translation>
    </message>
    <message>
        <source>Weights, settings, curves and tables into a folder</source>
        <translation>Gewichte, Einstellungen, Kurven und Tabellen in einen Ordner</translation>
    </message>
    <message>
        <source>Use θ</source>
        <translation>θ verwenden</translation>
    </message>
    <message>
        <source>Give the learned window length to the viewer</source>
        <translation>Die gelernte Fensterlänge der Ansicht geben</translation>
    </message>
    <message>
        <source>Clear Curves</source>
        <translation>Kurven löschen</translation>
    </message>
    <message>
        <source>Forget the curves of earlier trainings</source>
        <translation>Die Kurven früherer Trainings vergessen</translation>
    </message>
    <message>
        <source>No recordings yet</source>
        <translation>Noch keine Aufnahmen</translation>
    </message>
    <message>
        <source>The recording to look at as the network sees it</source>
        <translation>Die Aufnahme, die so gezeigt wird, wie das Netz sie sieht</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>Gehalten für</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Select one to see it as the network does; double-click to open and hear it</source>
        <translation>Eine auswählen, um sie wie das Netz zu sehen; Doppelklick öffnet sie zum Hören</translation>
    </message>
    <message>
        <source>As the Network Sees It</source>
        <translation>Wie das Netz sie sieht</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Verwechslungen</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Saved in %1</source>
        <translation>Gespeichert in %1</translation>
    </message>
    <message>
        <source>Folder of Labelled Recordings</source>
        <translation>Ordner mit Aufnahmen nach Klassen</translation>
    </message>
    <message>
        <source>Folder for the Model</source>
        <translation>Ordner für das Modell</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lese …</translation>
    </message>
    <message>
        <source>%1: %2 recordings, %3 labels</source>
        <translation>%1: %2 Aufnahmen, %3 Klassen</translation>
    </message>
    <message>
        <source>, %1 skipped</source>
        <translation>, %1 übergangen</translation>
    </message>
    <message>
        <source>Epoch %1 of %2, loss %3, θ %4</source>
        <translation>Epoche %1 von %2, Verlust %3, θ %4</translation>
    </message>
    <message>
        <source>, %1 s left</source>
        <translation>, noch %1 s</translation>
    </message>
    <message>
        <source>, paused</source>
        <translation>, angehalten</translation>
    </message>
    <message>
        <source>joint from %1</source>
        <translation>gemeinsam ab %1</translation>
    </message>
    <message>
        <source>Training…</source>
        <translation>Trainiere …</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>%1: θ %2, test loss %3, test accuracy %4 % (model of epoch %5)</source>
        <translation>%1: θ %2, Testverlust %3, Testgenauigkeit %4 % (Modell der Epoche %5)</translation>
    </message>
    <message>
        <source>%1: %2 % right, loss %3</source>
        <translation>%1: %2 % richtig, Verlust %3</translation>
    </message>
    <message>
        <source>Mistakes (%1)</source>
        <translation>Fehler (%1)</translation>
    </message>
    <message>
        <source>%1 at θ = %2</source>
        <translation>%1 bei θ = %2</translation>
    </message>
</context>
<context>
    <name>thetascope::UndoController</name>
    <message>
        <source>%1 settings</source>
        <translation>%1 Einstellungen</translation>
    </message>
    <message>
        <source>%1 can&apos;t change while a descent runs; stop it first</source>
        <translation>%1 kann sich nicht ändern, solange ein Abstieg läuft; erst anhalten</translation>
    </message>
</context>
<context>
    <name>thetascope::WaveformView</name>
    <message>
        <source>Waveform</source>
        <translation>Wellenform</translation>
    </message>
    <message>
        <source>The recording over time, with a tick at the centre of every frame</source>
        <translation>Die Aufnahme über der Zeit, mit einer Marke in jeder Rahmenmitte</translation>
    </message>
</context>
</TS>
