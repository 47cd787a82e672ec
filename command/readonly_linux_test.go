package command_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// asNobody has a command run as a user who owns nothing, if this process may decide that: for root, everything can be written.
func asNobody(command *exec.Cmd) {
	if os.Getuid() == 0 {
		command.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
}

// A server that may not write its data says so and ends, and nothing has changed.
func TestReadOnly(t *testing.T) {
	t.Parallel()
	folder, err := os.MkdirTemp("", "secobserve-readonly-") // of t.TempDir, only the owner may read
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(folder, 0o700); _ = os.RemoveAll(folder) })
	program := filepath.Join(folder, "secobserve")
	content, err := os.ReadFile(binary)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(program, content, 0o755); err != nil {
		t.Fatal(err)
	}
	file, key := filepath.Join(folder, "secobserve.db"), filepath.Join(folder, "secobserve.key")
	refused := func(what, want string) {
		t.Helper()
		command := exec.Command(program, "serve", "--listen", freeAddress(t), "--data", folder)
		asNobody(command)
		timer := time.AfterFunc(20*time.Second, func() { _ = command.Process.Kill() })
		defer timer.Stop()
		out, err := command.CombinedOutput()
		last := string(out[strings.LastIndexByte(strings.TrimSpace(string(out)), '\n')+1:])
		if err == nil || command.ProcessState.ExitCode() != 1 || !strings.HasPrefix(last, "secobserve: ") || !strings.Contains(last, want) {
			t.Errorf("%s: %v, says %s", what, err, last)
		}
	}
	if err := os.Chmod(folder, 0o555); err != nil {
		t.Fatal(err)
	}
	refused("an empty folder", "permission denied")
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 1 {
		t.Errorf("the folder has %v, %v", entries, err)
	}
	if err := os.Chmod(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	p := serve(t, folder, "ADMIN_PASSWORD=Blue-Harbor-77")
	_ = p.command.Process.Signal(os.Interrupt)
	_ = p.command.Wait()
	for path, mode := range map[string]os.FileMode{file: 0o444, key: 0o444, folder: 0o555} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
	}
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	refused("a file that can only be read", "permission denied")
	if after, err := os.ReadFile(file); err != nil || string(after) != string(before) {
		t.Errorf("the data file has changed (%v)", err)
	}
	check := exec.Command(program, "check", "--data", folder)
	asNobody(check)
	if out, err := check.CombinedOutput(); err != nil || string(out) != "sound\n" {
		t.Errorf("check of a file that can only be read: %v %s", err, out)
	}
}

// On a file system that can only be read, the server says so, and a check does its work.
func TestReadOnlyFileSystem(t *testing.T) {
	data, mounted := t.TempDir(), t.TempDir()
	p := serve(t, data, "ADMIN_PASSWORD=Blue-Harbor-77")
	_ = p.command.Process.Signal(os.Interrupt)
	_ = p.command.Wait()
	const noMounts = 77
	run := func(args ...string) (int, string) {
		t.Helper()
		script := fmt.Sprintf(`mount --bind "$1" "$2" && mount -o remount,bind,ro "$2" || exit %d; shift 2; exec "$@"`, noMounts)
		command := exec.Command("sh", append([]string{"-c", script, "sh", data, mounted, binary}, args...)...)
		command.SysProcAttr = &syscall.SysProcAttr{ // mounts of its own, which anybody may make as the root of names of his own
			Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
			UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		}
		out, err := command.CombinedOutput()
		if command.ProcessState == nil || command.ProcessState.ExitCode() == noMounts {
			t.Skipf("this system lets nobody mount: %v %s", err, out)
		}
		return command.ProcessState.ExitCode(), string(out)
	}
	if code, out := run("serve", "--listen", freeAddress(t), "--data", mounted); code != 1 || !strings.Contains(out, "secobserve.db: read-only file system") {
		t.Errorf("serve: %d %s", code, out)
	}
	if code, out := run("check", "--data", mounted); code != 0 || out != "sound\n" {
		t.Errorf("check: %d %s", code, out)
	}
	if code, out := run("backup", "--data", mounted, filepath.Join(t.TempDir(), "backup.db")); code != 0 {
		t.Errorf("backup: %d %s", code, out)
	}
}
