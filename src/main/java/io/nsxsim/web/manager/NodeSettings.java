package io.nsxsim.web.manager;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the manager says it is.
 *
 * @param nsxVersion release and build that clients are told; they switch features by it
 */
@ConfigurationProperties("nsxsim")
record NodeSettings(@DefaultValue("9.1.1.0.25100000") String nsxVersion) {}
