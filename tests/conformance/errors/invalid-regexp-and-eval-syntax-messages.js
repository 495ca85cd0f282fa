for (const run of [() => new RegExp('('), () => new RegExp('a', 'zz'), () => new RegExp('[b-a]'), () => eval('1 +'), () => eval('}'), () => new Function('return (')]) {
  try { run(); } catch (error) { console.log(error.name + ': ' + error.message); }
}
