exports.home = 1;
