#include "../above/above.h"
