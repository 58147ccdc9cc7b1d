package io.nsxsim.catalogue;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How strictly bodies are checked.
 *
 * @param unknownFields what becomes of fields that the contract does not know: refuse, as NSX does,
 *     or keep
 */
@ConfigurationProperties("nsxsim")
record ContractSettings(@DefaultValue("refuse") UnknownFields unknownFields) {

  /** What becomes of fields that the contract does not know. */
  enum UnknownFields {
    REFUSE,
    KEEP
  }
}
