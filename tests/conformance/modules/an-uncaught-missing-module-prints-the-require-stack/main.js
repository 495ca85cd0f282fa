require('./helper');
