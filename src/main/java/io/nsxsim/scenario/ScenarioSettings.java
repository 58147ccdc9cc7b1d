package io.nsxsim.scenario;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a store holds before any client comes.
 *
 * @param scenario a built-in scenario's name, a folder or file, or none for a fresh manager
 */
@ConfigurationProperties("nsxsim")
record ScenarioSettings(@DefaultValue("vsphere-with-tanzu") String scenario) {}
