"""What can be wrong with a published budget table, and what is asked where it leaves something open."""

from model.text import Text

BUDGETS = {
    "begroting-geen-tabel": Text(
        "dit is geen tabel; verwacht een CSV of een werkmap van Excel (.xlsx). Bewaar de tabel in een van die vormen",
        "this is not a table; expected a CSV or an Excel workbook (.xlsx). Save the table in one of those forms",
    ),
    "begroting-vorm": Text(
        "dit is {found}; verwacht een CSV of een werkmap van Excel (.xlsx). Open het bestand en bewaar de tabel in een"
        " van die vormen",
        "this is {found}; expected a CSV or an Excel workbook (.xlsx). Open the file and save the table in one of those"
        " forms",
    ),
    "begroting-geen-kop": Text(
        "geen kopregel met bedragen gevonden; verwacht kolommen zoals Bedrag t, 2025, Ontwerpbegroting of Realisatie."
        " Controleer of dit een budgettaire tabel is en of de kopregel erin staat",
        "no header row with amounts found; expected columns such as Bedrag t, 2025, Ontwerpbegroting or Realisatie."
        " Check that this is a budget table and that its header row is there",
    ),
    "begroting-fase": Text(
        "van welke begrotingsfase zijn de bedragen in {columns}? De tabel zegt het niet; geef --fase OWB, VB, 1SUPP,"
        " SSUPP, 2SUPP, SW of JV",
        "of which budget phase are the amounts in {columns}? The table does not say; give --fase OWB, VB, 1SUPP,"
        " SSUPP, 2SUPP, SW or JV",
    ),
    "begroting-jaar": Text(
        "van welk begrotingsjaar zijn de bedragen in {columns}? De tabel zegt het niet; geef --begrotingsjaar JAAR",
        "of which budget year are the amounts in {columns}? The table does not say; give --begrotingsjaar YEAR",
    ),
    "begroting-eenheid": Text(
        "in welke eenheid staan de bedragen in {columns}? Gevonden: {found}; geef --eenheid euro, k, mln of mld",
        "in which unit are the amounts in {columns}? Found: {found}; give --eenheid euro, k, mln or mld",
    ),
    "begroting-hoofdstuk": Text(
        "van welk begrotingshoofdstuk is deze tabel ({columns})? Zij zegt het niet; geef --hoofdstuk, zoals VII",
        "of which budget chapter is this table ({columns})? It does not say; give --hoofdstuk, such as VII",
    ),
    "begroting-artikel": Text(
        "van welk begrotingsartikel is deze tabel ({columns})? Zij zegt het niet; geef --artikel, zoals 6",
        "of which budget article is this table ({columns})? It does not say; give --artikel, such as 6",
    ),
    "begroting-soort": Text(
        "zijn dit uitgaven, verplichtingen of ontvangsten ({columns})? De tabel zegt het niet; geef --soort U, V of O",
        "are these uitgaven, verplichtingen or ontvangsten ({columns})? The table does not say; give --soort U, V or O",
    ),
    "begroting-laatste-kolom": Text(
        "houdt kolom {found} mutaties of standen (extrapolatie)? De bedragen wijzen het niet uit; geef --laatste-kolom"
        " mutatie of --laatste-kolom stand",
        "does column {found} hold mutations or levels (extrapolation)? The amounts do not show it; give --laatste-kolom"
        " mutatie or --laatste-kolom stand",
    ),
    "begroting-maatregelen": Text(
        "dit is een lijst van maatregelen ({rows} rijen): bedragen zijn veranderingen van het saldo, geen standen van"
        " een artikel; verwacht een tabel met uitgaven per artikel. Zet wat u ervan gebruikt als maatregel in een"
        " scenario",
        "this is a list of measures ({rows} rows): its amounts are changes of the balance, not levels of an article;"
        " expected a table of spending per article. Put what you use of it in a scenario as a measure",
    ),
    "begroting-niet-gevonden": Text(
        "{option} {found} komt niet voor; {expected}. Kies een ander",
        "{option} {found} does not occur; {expected} Choose another",
    ),
    "begroting-rij": Text(
        "deze rij heeft bedragen maar is niet te plaatsen: gevonden {found}; verwacht {expected}. Vul haar aan, of geef"
        " --overslaan om zulke rijen weg te laten",
        "this row has amounts but cannot be placed: found {found}; expected {expected}. Complete it, or use --overslaan"
        " to leave such rows out",
    ),
    "begroting-cel": Text(
        "gevonden {found}; verwacht een bedrag. Vul het bedrag in, of geef --overslaan om zulke cellen weg te laten",
        "found {found}; expected an amount. Fill in the amount, or use --overslaan to leave such cells out",
    ),
    "begroting-getal-meerduidig": Text(
        "duizendtallen of decimalen? Dat is niet te zien aan {found}, en de rest van het bestand wijst het niet uit."
        " Geef wat vóór de decimalen staat: --decimaal komma of --decimaal punt",
        "thousands or decimals? That cannot be seen from {found}, and the rest of the file does not show it either."
        " Give what stands before decimals: --decimaal komma (comma) or --decimaal punt (point)",
    ),
    "begroting-instrumenten": Text(
        "{more} onder deze rij Verplichtingen: zijn dat uitgaven of verplichtingen? De tabel heeft geen rij Uitgaven,"
        " en dat zij tot deze rij optellen blijkt niet. Zet een rij Uitgaven boven de instrumenten, of geef --soort U"
        " of --soort V",
        "{more} below this row of verplichtingen: are those uitgaven (spending) or verplichtingen (commitments)? The"
        " table has no row Uitgaven, and nothing shows that they add up to this row. Put a row Uitgaven above the"
        " instruments, or give --soort U or --soort V",
    ),
    "begroting-formule": Text(
        "formule {found} heeft geen opgeslagen waarde; verwacht een bedrag. Open de werkmap in Excel, laat haar"
        " rekenen en bewaar haar",
        "formula {found} has no stored value; expected an amount. Open the workbook in Excel, let it calculate and"
        " save it",
    ),
    "begroting-negatief": Text(
        "{found} (x € 1.000) is negatief, zoals een taakstelling; een dekkingsreeks kan dat niet bevatten. Verwerk het"
        " in een scenario, of geef --overslaan om zulke bedragen weg te laten",
        "{found} (x € 1,000) is negative, as a taakstelling is; a source's series cannot hold it. Put it in a scenario,"
        " or use --overslaan to leave such amounts out",
    ),
    "begroting-dubbel": Text(
        "{more} van dit artikel is gelijk aan een eerdere en geen totaal wijst uit of die twee keer telt; geef"
        " --dubbel een of --dubbel alle",
        "{more} of this article equals an earlier one and no total shows whether it counts twice; give --dubbel een or"
        " --dubbel alle",
    ),
    "begroting-tweemaal": Text(
        "artikel {found} staat in meer dan een tabel ({more}); verwacht één tabel per artikel en fase, anders telt"
        " geld dubbel. Haal een tabel weg of kies een blad met --blad",
        "article {found} stands in more than one table ({more}); expected one table per article and phase, or else"
        " money counts twice. Remove a table, or choose a sheet with --blad",
    ),
    "begroting-meer-standen": Text(
        "het bestand geeft voor hetzelfde jaar meer dan één stand: {found}; een dekkingsreeks houdt er één. Kies met"
        " --fase (of --fase laatste) en --begrotingsjaar",
        "the file gives more than one level for the same year: {found}; a source's series holds one. Choose with --fase"
        " (or --fase laatste) and --begrotingsjaar",
    ),
    "begroting-kolom-dubbel": Text(
        "kolom {found} geeft dezelfde stand als kolom {more}; verwacht één kolom per jaar en fase. Hernoem of verwijder"
        " er een",
        "column {found} gives the same level as column {more}; expected one column per year and phase. Rename or remove"
        " one of them",
    ),
    "begroting-sluit-niet": Text(
        "artikel {found} sluit niet aan op zijn eigen totaal ({more}) en kan niet als dekking worden overgenomen."
        " Herstel het bestand, kies andere artikelen met --hoofdstuk en --artikel, of geef --overslaan",
        "article {found} does not meet its own total ({more}) and cannot be taken over as funding. Correct the file,"
        " choose other articles with --hoofdstuk and --artikel, or use --overslaan",
    ),
    "begroting-onbevestigd": Text(
        "artikel {found} heeft rijen die misschien niet (of juist wel) tellen: {more}. Een artikeltotaal dat het"
        " uitwijst ontbreekt. Voeg dat toe, of geef --dubbel alle (alle rijen tellen), --dubbel een (sommen,"
        " herhalingen en waarvan-regels tellen niet; over totaalregels zonder rijen eronder, en twee sommen van"
        " dezelfde rijen, zegt dat niets) of --overslaan",
        "article {found} has rows that perhaps do not count (or do): {more}. There is no total of the article that"
        " shows it. Add one, or use --dubbel alle (all rows count), --dubbel een (sums, repetitions and rows of"
        " 'waarvan' do not count; of totals with no rows below them, and two sums of the same rows, it says nothing)"
        " or --overslaan",
    ),
    "begroting-niets": Text(
        "er zijn geen bedragen om over te nemen; verwacht standen van uitgaven. Zie het verslag hierboven",
        "there are no amounts to take over; expected levels of spending. See the report above",
    ),
}
