package io.nsxsim.web.simulation;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The query parameters of a traceroute, for the document. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
    in = ParameterIn.QUERY,
    name = "from",
    required = true,
    description = "Name, id, policy path or address of a workload",
    schema = @Schema(type = "string"))
@Parameter(
    in = ParameterIn.QUERY,
    name = "to",
    required = true,
    description = "Address, DNS name of the inventory, or a workload",
    schema = @Schema(type = "string"))
@Parameter(
    in = ParameterIn.QUERY,
    name = "protocol",
    schema =
        @Schema(
            allowableValues = {"udp", "icmp", "tcp"},
            defaultValue = "udp"))
@Parameter(
    in = ParameterIn.QUERY,
    name = "port",
    description = "Destination port; without one, udp counts up from 33434 and tcp uses 80",
    schema = @Schema(type = "integer", minimum = "1", maximum = "65535"))
@Parameter(
    in = ParameterIn.QUERY,
    name = "max_hops",
    schema = @Schema(type = "integer", minimum = "1", maximum = "255", defaultValue = "30"))
@Parameter(
    in = ParameterIn.QUERY,
    name = "queries",
    description = "Probes for each hop",
    schema = @Schema(type = "integer", minimum = "1", maximum = "10", defaultValue = "3"))
@Parameter(
    in = ParameterIn.QUERY,
    name = "style",
    description = "Layout; without one, busybox for pods and linux for everything else",
    schema = @Schema(allowableValues = {"linux", "busybox"}))
@interface TracerouteParameters {}
