#include "core/above/above.h"
#include "core/below/below.h"
