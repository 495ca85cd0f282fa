console.log(require('@shop/cart'), require('@shop/cart/lib'));
