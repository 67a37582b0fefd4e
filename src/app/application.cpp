// SPDX-License-Identifier: MIT
#include "app/application.h"
