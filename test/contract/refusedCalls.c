// Asks the kernel for what a session must not have. Prints a line for each: its name, and the error (0 where it was granted).
#define _GNU_SOURCE
#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#define ASK(name, ...) (errno = 0, answer(name, syscall(__VA_ARGS__)))

static char zeros[4096];

static void answer(const char *name, long result) {
  printf("%s %s\n", name, result < 0 ? strerrorname_np(errno) : "granted");
}

int main(void) {
  setbuf(stdout, NULL);
  ASK("unshare-user", SYS_unshare, CLONE_NEWUSER);
  ASK("unshare-net", SYS_unshare, CLONE_NEWNET);
  // The child of a granted clone must not go on here.
  long child = syscall(SYS_clone, CLONE_NEWUSER | SIGCHLD, 0, 0, 0, 0);
  if (child == 0) _exit(0);
  answer("clone-newuser", child);
  ASK("clone3", SYS_clone3, zeros, 64);
  ASK("setns", SYS_setns, 0, 0);
  ASK("io_uring_setup", SYS_io_uring_setup, 8, zeros);
  ASK("ptrace", SYS_ptrace, 0, 0, 0, 0);
  ASK("process_vm_readv", SYS_process_vm_readv, getpid(), zeros, 0, zeros, 0, 0);
  ASK("process_vm_writev", SYS_process_vm_writev, getpid(), zeros, 0, zeros, 0, 0);
  ASK("bpf", SYS_bpf, 0, zeros, 64);
  ASK("keyctl", SYS_keyctl, 0, -3, 0);
  ASK("add_key", SYS_add_key, "user", "k", "v", 1, -3);
  ASK("request_key", SYS_request_key, "user", "k", 0, -3);
  ASK("userfaultfd", SYS_userfaultfd, 1);
  ASK("perf_event_open", SYS_perf_event_open, zeros, 0, -1, -1, 0);
  ASK("mount", SYS_mount, "none", "/tmp", "tmpfs", 0, 0);
  ASK("umount2", SYS_umount2, "/tmp", 0);
  ASK("pivot_root", SYS_pivot_root, "/", "/");
  ASK("chroot", SYS_chroot, "/");
  ASK("fsopen", SYS_fsopen, "tmpfs", 0);
  ASK("open_tree", SYS_open_tree, -100, "/", 1);
  ASK("open_by_handle_at", SYS_open_by_handle_at, 0, zeros, 0);
  ASK("kcmp", SYS_kcmp, getpid(), getpid(), 0, 0, 0);
  ASK("pidfd_getfd", SYS_pidfd_getfd, 0, 0, 0);
  ASK("fanotify_init", SYS_fanotify_init, 0, 0);
  ASK("swapon", SYS_swapon, "/tmp/x", 0);
  ASK("init_module", SYS_init_module, zeros, 0, "");
  ASK("kexec_load", SYS_kexec_load, 0, 0, 0, 0);
  ASK("clock_settime", SYS_clock_settime, 0, zeros);
  ASK("syslog", SYS_syslog, 10, 0, 0);
  ASK("personality-no-randomize", SYS_personality, 0x0040000);
  ASK("socket-vsock", SYS_socket, AF_VSOCK, SOCK_STREAM, 0);
  ASK("socket-packet", SYS_socket, AF_PACKET, SOCK_RAW, 0);
  ASK("socket-raw", SYS_socket, AF_INET, SOCK_RAW, 1);
  ASK("mknod-device", SYS_mknodat, -100, "/tmp/sda", 060660, 0x800);
  ASK("setuid-0", SYS_setuid, 0);
  return 0;
}
