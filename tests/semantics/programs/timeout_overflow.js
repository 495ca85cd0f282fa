const timer = setTimeout(() => console.log('after a millisecond'), 2 ** 31);
