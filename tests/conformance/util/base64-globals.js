console.log(btoa('hello'), atob('aGVsbG8='), atob(' aGVs bG8 '));
for (const run of [() => btoa('漢'), () => atob('a'), () => atob('!')]) {
  try { run(); } catch (error) { console.log(error.name, error.code, error.message); }
}
