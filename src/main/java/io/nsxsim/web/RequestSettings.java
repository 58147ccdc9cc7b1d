package io.nsxsim.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a request may be.
 *
 * @param maxBody the longest body that is read; a longer one is refused with 413
 */
@ConfigurationProperties("nsxsim")
record RequestSettings(@DefaultValue("64MB") DataSize maxBody) {}
