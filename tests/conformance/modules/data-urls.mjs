const js = (code, type = 'text/javascript') => `data:${type},${encodeURIComponent(code)}`;
const tell = async (what) => { try { const m = await import(what); console.log(m); } catch (e) { console.log(e.name, e.code, e.message); } };
await tell(js('export const a = 1; export default import.meta.url.length;'));
await tell(js('import fs from "fs"; export const t = typeof fs.readFileSync;'));
await tell(js('import "./x.mjs"'));
await tell(js('import "pkg"'));
await tell('data:text/javascript;charset=utf-8;base64,' + Buffer.from('export default "é"').toString('base64'));
await tell('data:text/plain,x');
await tell('data:,x');
await tell(js('throw new TypeError("thrown")'));
await tell(js(`import a from ${JSON.stringify(js('export default 7'))}; export default a + 1;`));
await tell('data:nonsense');
await tell(js('syntax error here'));
try { console.log(await import('data:application/json,{"a":1}', { with: { type: 'json' } })); } catch (e) { console.log(e.name, e.code, e.message); }
await tell('data:application/json,{"a":1}');
const same = js('export const o = {}');
console.log((await import(same)).o === (await import(same)).o);
try { await import(js('throw new Error("where")')); } catch (e) { console.log(e.stack.split('\n')[1]); }
