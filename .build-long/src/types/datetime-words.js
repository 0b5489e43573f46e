// Words in the text of dates and times.
export const monthWords = new Map([
    ['jan', 'january'],
    ['feb', 'february'],
    ['mar', 'march'],
    ['apr', 'april'],
    ['may'],
    ['jun', 'june'],
    ['jul', 'july'],
    ['aug', 'august'],
    ['sep', 'sept', 'september'],
    ['oct', 'october'],
    ['nov', 'november'],
    ['dec', 'december'],
].flatMap((words, index) => words.map((word) => [word, index + 1])));
/** Days of the week are read and not looked at. */
export const weekdayWords = new Set('sun sunday mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri friday sat saturday'.split(' '));
/** Their meaning changes from one transaction to the next. */
export const relativeWords = new Set(['now', 'today', 'tomorrow', 'yesterday']);
/**
 * Abbreviations that have meant one offset in the server's default list in all versions, in seconds. Others, among them
 * those whose meaning follows a zone's history, are refused.
 */
export const zoneAbbreviations = new Map(('utc 0 z 0 gmt 0 ut 0 uct 0 zulu 0 wet 0 wetdst 1 bst 1 cet 1 cest 2 cetdst 2 met 1 mest 2 metdst 2 eet 2 eest 3 eetdst 3 ' +
    'sast 2 eat 3 pkt 5 jst 9 kst 9 awst 8 acst 9.5 acdt 10.5 aest 10 aedt 11 nzst 12 nzdt 13 hst -10 akst -9 akdt -8 ' +
    'pst -8 pdt -7 mst -7 mdt -6 cst -6 cdt -5 est -5 edt -4 ast -4 adt -3 nst -3.5 ndt -2.5 clst -3 brt -3 brst -2')
    .split(' ')
    .reduce((pairs, word, index, all) => {
    if (index % 2 === 0)
        pairs.push([word, Number(all[index + 1]) * 3600]);
    return pairs;
}, []));
/** Other abbreviations and words that the server reads. */
export const refusedWords = new Set(('wat act art arst bot bra cot clt egst egt fnt fnst gft gyt nft pet pmdt pmst pyst pyt uyst uyt vet wgst wgt davt ddut ' +
    'mawt aft almt almst amst amt anast anat azst azt bdt bnt bort btt cct gest get hkt ict idt irkst irkt irt ist jayt kdt ' +
    'kgst kgt krast krat lkt magst magt mmt myt novst novt npt omsst omst petst pett pht pkst sgt tjt tmt ulast ulat uzst uzt ' +
    'vlast vlat xjt yakst yakt yekst yekt azost azot fkst fkt acsst acwst aesst awsst cadt cast lhdt lhst ligt nzt sadt wadt ' +
    'wast wdt bdst fet mesz mez msd msk volt cxt iot mut must mvt ret sct tft chadt chast chut ckt easst east fjst fjt galt ' +
    'gamt gilt kost lint mart mht mpt nut pgt pont pwt taht tkt tot trut tvt vut wakt wft yapt allballs at on d h m s y dow doy ' +
    'isodow isoyear jd julian tz lmt west').split(' '));
//# sourceMappingURL=datetime-words.js.map