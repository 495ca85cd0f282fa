#include "core/below/below.h"
