#pragma once

// What Linux can do and Swift's Glibc module does not show. Each function answers 0, or -1 with errno set, as the
// system call under it does.

// Renames `from` in folder `from_folder` to `to` in folder `to_folder`, or fails with EEXIST where that name is
// taken; renameat2(2). EINVAL: the file system cannot do it.
int system_rename_onto_nothing(int from_folder, const char *from, int to_folder, const char *to);

// Swaps two names, which must both exist, in one step; renameat2(2).
int system_exchange_names(int one_folder, const char *one, int other_folder, const char *other);

// Has the kernel send `signal` to this process when the thread that started it ends; prctl(2). 0 takes it back. It
// comes too late where the parent ended before the call: compare getppid() afterwards.
int system_signal_at_parents_end(int signal);

// The signal that system_signal_at_parents_end asked for, 0 if none, -1 on failure.
int system_signal_asked_for(void);
