package io.sallyport.gateway.doctor;

import java.time.Duration;
import java.time.Instant;

/** Clocks that disagree. */
public sealed interface ClockFinding extends Finding {

    /** The two clocks are so far apart that certificates and dates of keys are judged wrongly. */
    record ClockOff(Instant here, Instant server) implements ClockFinding {
        @Override
        public String cause() {
            return "This machine's clock says " + here + " and the gateway's " + server + ": "
                    + Clocks.words(Duration.between(here, server).abs())
                    + " apart, so certificates and dates of keys are judged differently.";
        }

        @Override
        public String fix() {
            return "Find out which of the two is wrong ('date -u') and switch on NTP there"
                    + " ('timedatectl set-ntp true').";
        }
    }

    /** The two clocks drift apart. */
    record ClockDrifts(Instant here, Instant server) implements ClockFinding {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String cause() {
            return "This machine's clock and the gateway's are "
                    + Clocks.words(Duration.between(here, server).abs()) + " apart.";
        }

        @Override
        public String fix() {
            return "Switch on NTP on both machines ('timedatectl set-ntp true').";
        }
    }

    /** The gateway's clock was set back. */
    record ClockStepped(Instant from, Instant to) implements ClockFinding {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String cause() {
            return "The clock of the gateway's host was set back from " + from + " to " + to
                    + ", as the audit log shows: keys may have changed their state early.";
        }

        @Override
        public String fix() {
            return "Let NTP slew the clock instead of setting it (chrony: 'makestep 1 3'), and"
                    + " look at the dates of keys with 'sallyport key list --home DIR'.";
        }
    }
}
