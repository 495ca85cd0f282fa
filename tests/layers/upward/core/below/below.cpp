#include "core/above/above.h"
