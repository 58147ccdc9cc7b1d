package io.nsxsim.realization;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How realization goes for all objects; single ones are made slow or failing with a fault.
 *
 * @param delay how long after a write an object is still in progress
 * @param failing path prefixes, or names of kinds such as Segment, whose objects fail
 */
@ConfigurationProperties("nsxsim.realization")
record RealizationSettings(
    @DefaultValue("0s") Duration delay, @DefaultValue List<String> failing) {}
