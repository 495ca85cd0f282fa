console.log(require('#helper'), require('#lib/part'));
try { require('#nothing'); } catch (error) { console.log(error.code); }
