/**
 * Projects, what comes with them, what is shared with them, and the transit gateways that their
 * VPCs meet at. The predefined profiles and services are not copied into a project: it refers to
 * those of {@code /infra}, which the default share gives to all. May use the catalogue and the
 * leaves.
 */
@NullMarked
package io.nsxsim.catalogue.projects;

import org.jspecify.annotations.NullMarked;
