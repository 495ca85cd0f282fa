for (const descriptor of [{ value: 'x' }, { get() {} }, { value: 'x', writable: true }, { configurable: false },
                          { value: 'x', configurable: true, enumerable: true, writable: true }]) {
  try {
    Object.defineProperty(process.env, 'LOOPSCOPE_TEST', descriptor);
    console.log(process.env.LOOPSCOPE_TEST);
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
for (const call of [() => process.kill('a'), () => process.kill(undefined), () => process.kill(1, 'SIGNOPE'),
                    () => process.getBuiltinModule(1), () => process.cpuUsage({ user: -1, system: 0 })]) {
  try { call(); } catch (error) { console.log(error.name, error.code, error.message); }
}
