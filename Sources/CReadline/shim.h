// readline's headers need FILE, and declare it before they can be imported as a module.
#include <stdio.h>
#include <readline/readline.h>
#include <readline/history.h>
