globalThis.evalAt=globalThis.n; export default 1
