package main

import "time"

// measureEmpty measures a server that has just been started on new data, then one that is started again.
func measureEmpty(b *bench) error {
	b.row("first start to first answer, which hashes the first password", ms(b.startTime))
	if err := b.restart(); err != nil {
		return err
	}
	b.atMost("start to first answer, empty", b.startTime, 200*time.Millisecond)
	return b.judgeMemory("resident memory, idle, empty", 40)
}

// judgeMemory reports the resident memory and compares it with so many MiB, 0 for no target.
func (b *bench) judgeMemory(what string, most int64) error {
	time.Sleep(time.Second) // idle
	resident, own, err := b.memory()
	if err != nil {
		return err
	}
	measured := mib(resident) + ", of it pages of files " + mib(resident-own)
	if most == 0 {
		b.row(what, measured)
		return nil
	}
	b.judge(what, measured, "≤ "+mib(most<<20), resident <= most<<20)
	return nil
}
