const labels = ['utf8', ' UTF-8\n', 'unicode-1-1-utf-8', 'utf-16', 'ucs-2', 'unicodefffe', 'cp866', 'l2', 'latin3', 'latin4', 'cyrillic', 'arabic', 'greek',
  'hebrew', 'logical', 'l6', 'iso885913', 'iso885914', 'l9', 'iso-8859-16', 'koi', 'koi8-ru', 'mac', 'tis-620', 'x-cp1250', 'cp1251', 'latin1', 'ASCII',
  'cp1253', 'latin5', 'cp1255', 'cp1256', 'cp1257', 'cp1258', 'x-mac-ukrainian', 'gb2312', 'gb18030', 'big5-hkscs', 'x-euc-jp', 'csiso2022jp', 'sjis',
  'ks_c_5601-1987', 'iso-2022-kr', 'x-user-defined', 'replacement', 'utf-7', 'utf16le', '', '\u00a0utf8', null, undefined, 1, ['utf-16le']];
for (const label of labels) {
  try { console.log(label, new TextDecoder(label).encoding); } catch (error) { console.log(label, error.name, error.code, error.message); }
}
for (const options of [null, undefined, [], () => 1, { fatal: 'yes' }, { ignoreBOM: 1 }, 1, 'x', true, Symbol('o')]) {
  try { console.log(new TextDecoder('utf8', options)); } catch (error) { console.log(error.name, error.code, error.message); }
}
