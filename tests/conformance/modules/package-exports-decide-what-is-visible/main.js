console.log(require('kit'), require('kit/tool'), require('kit/parts/wheel'), require('sugar'));
for (const name of ['kit/secret', 'kit/parts/hidden', 'kit/package.json']) {
  try { require(name); } catch (error) { console.log(error.code, error.message.replace(/ in .*[\\/]/, ' in ')); }
}
