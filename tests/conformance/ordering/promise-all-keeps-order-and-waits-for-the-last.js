const after = (ms, value) => new Promise((resolve) => setTimeout(() => { console.log('done', value); resolve(value); }, ms));
Promise.all([after(60, 'slow'), after(20, 'fast'), 'plain', after(40, 'middle')]).then((values) => console.log(values));
