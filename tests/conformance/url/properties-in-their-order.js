const url = require('url');
for (const Class of [URL, URLSearchParams]) {
  console.log(Object.keys(Class), Reflect.ownKeys(Class.prototype));
  const all = { ...Object.getOwnPropertyDescriptors(Class), ...Object.getOwnPropertyDescriptors(Class.prototype) };
  for (const name of Object.keys(all)) {
    const { value, get, set, enumerable, writable, configurable } = all[name];
    if (!['prototype', 'length', 'name'].includes(name)) console.log(name, (value ?? get)?.name, (value ?? get)?.length, set?.name, enumerable, writable, configurable);
  }
  console.log(Object.keys(Class.prototype).length, Class.name, Class.length);
}
const seen = [];
for (const name in new URL('http://h')) seen.push(name);
console.log(seen.join());
for (const name in url) console.log(name, url[name].name, url[name].length);
console.log(Object.keys(url.Url.prototype), Object.keys(new url.Url()));
