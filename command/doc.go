// Package command is the command line: one file per subcommand. It reads the configuration, wires the rooms together and opens the ports;
// what is answered there is the affair of package handlers, what a new data file holds that of package setup.
//
// # Faults and what becomes of them
//
// Each has its test; those without a package are here.
//
//	fault                          answer                                                                test
//	kill at any moment             nothing acknowledged is lost, nothing is there by half, check is      TestCrashes (make crash: 200 times),
//	                               clean, the next start goes on; sessions stay valid                    TestKilledDuringMigration, -Backup
//	power loss                     the last acknowledged state, or that of the commit under way          db.TestPowerLoss_*
//	disk that lied about a sync    start and check end with "is damaged: restore a backup"; restore      db.TestPowerLoss_LyingDisk,
//	or damages pages               works over it; never a crash or an endless loop                       db.TestDamagedPages, -PagesThatLeadAstray
//	disk full                      507, nothing changed, reads go on, works again with room              TestFullDisk
//	disk refuses writes            503, reads go on, works again when it does                            handlers.TestDiskRefusesWrites
//	read-only file system          serve says so and ends with 1; check and backup work                  TestReadOnly, TestReadOnlyFileSystem
//	clock jumps back a day         sessions, logins, imports, tasks and jobs go on; credentials that     handlers.TestClockJumpsBack,
//	                               expire live a day longer; the day's tasks run once more               tasks.Test*ClockJump*
//	headers drop by drop           connection ends after 10 s; idle ones after 2 min                     TestSlowHeaders
//	body drop by drop              408 below 64 KiB a minute; no limit for the whole of an upload        rest.TestSlowBodies, -ButSteady, -OfHTTP2
//	answer that nobody takes       connection ends after a minute without 64 KiB, the read with it       rest.TestSlowReaders
//	client gone during upload      nothing stored, no run in the history, no file, no goroutine left     TestClientsThatHangUp
//	client gone during download    stream and read transaction end                                       TestClientsThatHangUp
//	server gone during download    the client sees a broken transfer                                     TestExportCutOff, TestKilledDuringBackup
//	10,000 idle connections        about 24 KiB of memory each; others are answered                      TestIdleConnections
//	no more files to open          open connections go on, new ones wait until old ones end              TestNoMoreConnections
//	request smuggling              400 or 501; a request in chunks ends its connection                   TestRequestSmuggling
//	oversized headers              431, over 16 KiB; 400 for a request line over 4 KiB                   TestOversizedHeaders
//	pipelining                     answers one by one, in order                                          TestPipelining
package command
