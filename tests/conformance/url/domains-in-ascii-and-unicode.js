const { domainToASCII, domainToUnicode } = require('url');
for (const domain of ['español.com', 'xn--fiq228c.com', '中文.com', 'xn--iñvalid.com', 'EXAMPLE.com', 'a b', '1.2', '0x7f.1', 'a/b', 'a:80', '[::1]', '', 'a%62',
  null, undefined, 7, 'ｅxample', 'a"`{}b', 'a_b', 'xn--a']) {
  console.log(JSON.stringify([domain, domainToASCII(domain), domainToUnicode(domain)]));
}
for (const work of [domainToASCII, domainToUnicode]) {
  try { work(); } catch (error) { console.log(error.name, error.code, error.message); }
}
