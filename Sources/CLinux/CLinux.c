#define _GNU_SOURCE
#include "CLinux.h"

#include <stdio.h>
#include <sys/prctl.h>

int system_rename_onto_nothing(int from_folder, const char *from, int to_folder, const char *to) {
  return renameat2(from_folder, from, to_folder, to, RENAME_NOREPLACE);
}

int system_exchange_names(int one_folder, const char *one, int other_folder, const char *other) {
  return renameat2(one_folder, one, other_folder, other, RENAME_EXCHANGE);
}

int system_signal_at_parents_end(int signal) { return prctl(PR_SET_PDEATHSIG, (unsigned long)signal); }

int system_signal_asked_for(void) {
  int signal = 0;
  return prctl(PR_GET_PDEATHSIG, &signal) == 0 ? signal : -1;
}
