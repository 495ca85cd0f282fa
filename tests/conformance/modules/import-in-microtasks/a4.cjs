globalThis.evalAt=globalThis.n; module.exports={a:1}
