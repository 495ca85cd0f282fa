const interval = setInterval(() => {
  console.log('beat');
  Promise.resolve().then(() => { console.log('clearing'); clearInterval(interval); });
}, 5);
