Error.stackTraceLimit=40;const tick = () => new Promise((r) => setTimeout(r, 1));
async function inner() { await tick(); throw new Error('deep'); }
async function a() { await inner(); }
async function b() { await null; try { await a(); } finally { await null; } }
async function c() { for (const x of [1]) { await null; await b(); } }
async function d() { return c(); }
const e = async () => { const [x] = await Promise.all([tick(), d()]); };
class K { async m() { await e(); } static async s() { await new K().m(); } #p = async () => { await K.s(); }; async q() { await this.#p(); } }
async function f() { await new K().q().then((x) => x); }
async function g() { for await (const x of [f()]) ; }
async function* ag() { yield await g(); }
async function h() { for await (const x of ag()) ; }
async function i() { try { await h(); } catch (e) { throw e; } finally { } }
(async function main() { try { await null; try { await null; } finally { await null } ; await i(); } catch (e) { show(e); }
  try { await Promise.allSettled([1]); await Promise.any([inner()]) } catch (e) { show(e.errors[0]) }
  await Promise.allSettled([inner().catch((e) => { show(new Error('in catch')) })]);
  const t = { then(r) { r(inner()); } };
  await t;
})().catch((e) => show(e));
async function A() { for await (const x of [1]) { await null; if (x > 5) break; } await inner(); }
A().catch((e) => show(e));
async function B() { for await (const x of [1]) { await null; } await inner(); }
B().catch((e) => show(e));
async function C() { try { await null } catch { await null } finally { await null } await inner(); }
C().catch((e) => show(e));
async function D() { try { return await inner() } catch (e) { throw e } finally { await null }  }
D().catch((e) => show(e));
async function* F() { await null; yield 1; yield 2; await inner(); }
(async () => { for await (const x of F()) ; })().catch((e) => show(e));
async function* G() { yield* F(); }
async function H() { const it = G(); await it.next(); await it.next(); await it.next(); }
H().catch((e) => show(e));
async function I(x = 1) { if (x) { await inner(); } else await null; }
I().catch((e) => show(e));
async function J() { for (let i = 0; i < 1; i += await 1) { await 2; await inner() } }
J().catch((e) => show(e));
function show(error) {
  console.log(error.stack.split('\n').filter((line) => !line.includes('node:'))
    .map((line) => line.replace(/\(?(file:)?\/.*\//, '(')).join('\n'));
}
