// What Node adds to the error depends on the module that is imported, not on the one that fails.
const modules = ['require', 'module', 'exports', '__filename', '__dirname', 'requires'];
for (const name of modules) {
  const url = `data:text/javascript,function f() { return ${name} }; f();`;
  await import(url).catch((error) => console.log(error.message));
  await import(url).catch((error) => console.log(error.stack.split('\n')[0]));
}
const here = import.meta.dirname;
const withoutFolder = (text) => text.replaceAll(here, '.');
await import('./package/fails.js').catch((error) => console.log(withoutFolder(error.message)));
await import('./package/fails.js?again').catch((error) => console.log(withoutFolder(error.stack.split('\n')[1])));
await import('./package/fails.mjs').catch((error) => console.log(error.message));
await import('./imports-it.mjs').catch((error) => console.log(error.message));
await import('./package/later.mjs').catch((error) => console.log(error.message));
await import('data:text/javascript,await 1; module').catch((error) => console.log(error.message));
await import('data:text/javascript,throw new ReferenceError("my require is not defined")').catch((error) => console.log(error.message));
await import('data:text/javascript,throw Object.assign(new Error("exports is not defined"), { name: "ReferenceError" })')
  .catch((error) => console.log(error.message));
await import('data:text/javascript,throw null').catch((error) => console.log(error));

try {
  require('fs');
} catch (error) {
  console.log(error.message);
}
setTimeout(() => {
  try {
    module.exports = 1;
  } catch (error) {
    console.log(error.message);
  }
});
