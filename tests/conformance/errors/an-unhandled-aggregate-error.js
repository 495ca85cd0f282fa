Promise.any([Promise.reject(new Error('1')), Promise.reject(new Error('2'))]).catch((e) => { console.log(e.constructor.name, e.errors.length, e.message); throw e; });
