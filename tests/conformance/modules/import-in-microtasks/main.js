// How many microtasks an import takes: CommonJS and built-in modules are not read ahead, nor is what is known.
const log = [];
async function probe(name, f) {
  globalThis.n=0; globalThis.evalAt='-'; let done=false, tick=false, imm=false;
  (async()=>{ while(!done){ await null; globalThis.n++; if(globalThis.n>100)break; } })();
  process.nextTick(()=>{tick=true}); setImmediate(()=>{imm=true});
  try { await f(); } catch {} done=true;
  log.push(`${name}: n=${globalThis.n} eval at ${globalThis.evalAt} tick=${tick} imm=${imm}`);
  await new Promise(r=>setImmediate(r));
}
(async()=>{
  await import('./b.cjs'); await new Promise(r=>setImmediate(r));
  await probe('cjs first',()=>import('./a.cjs'));
  await probe('cjs again',()=>import('./a.cjs'));
  await probe('required before',()=>{require('./a4.cjs'); globalThis.n=0; return import('./a4.cjs')});
  await probe('mjs again',async()=>{ });
  await probe('node:',()=>import('node:path'));
  await probe('node: again',()=>import('node:path'));
  await probe('missing',()=>import('./nope.mjs'));
  await probe('missing package',()=>import('nope'));
  await probe('throwing cjs again',()=>import('./t.cjs'));
  await import('./t.mjs').catch(()=>{});  await new Promise(r=>setImmediate(r));
  await probe('throwing mjs again',()=>import('./t.mjs'));
  await import('./m.mjs').catch(()=>{});  await new Promise(r=>setImmediate(r));
  await probe('mjs again',()=>import('./m.mjs'));
  console.log(log.join('\n'));
})();
