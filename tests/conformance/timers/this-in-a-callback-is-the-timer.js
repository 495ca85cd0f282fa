const timeout = setTimeout(function () {
  console.log(this === timeout, this.constructor.name);
  const immediate = setImmediate(function () { console.log(this === immediate, this.constructor.name); });
}, 1);
