package io.nsxsim.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may log in.
 *
 * @param password password of the user admin, the only one
 */
@ConfigurationProperties("nsxsim")
record LoginSettings(@DefaultValue("nsxsim") String password) {}
