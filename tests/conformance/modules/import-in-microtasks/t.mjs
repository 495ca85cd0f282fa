globalThis.evalAt=globalThis.n; throw new Error("x")
